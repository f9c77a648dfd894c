import type { ArrangementCounts, ArrangementStates } from '@tokimori/law/survey/figures/health';
import type { AverageCounts } from '@tokimori/law/survey/figures/overtime';
import { practiceRows } from '@tokimori/law/survey/layouts/sheets';
import type { ByHealthGroup, NationalYear, PracticeCounts } from '@tokimori/law/survey/national-counts';
import { z } from 'zod';
import { optional, read } from '../../document/values.ts';
import { tenthsAt } from './refusals.ts';

const count = z.int().min(0);

/** `h:mm` of a whole year and organisation: hours of up to twelve digits. */
export const totalHours = read('duration', (text) => {
  const match = /^(\d{1,12}):([0-5]\d)$/.exec(text);
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
});

export const averageCounts = z.strictObject({ hours: totalHours, heads: count });
export const longHours = z.strictObject({ heads: count, between: count, above: count });
export const interviews = z.strictObject({ due: count, held: count });
export const reasons = z.strictObject({ foundUnneeded: count, declined: count, tooBusy: count });
export const absences = z.strictObject({ enrolled: count, absent: count });
export const stateCounts = z.strictObject({ arranged: count, withinYear: count, undecided: count });

const tenths = z.string();
const average = z.union([averageCounts, tenths]);
const states = z.union([
  z.strictObject({ publishedShares: z.strictObject({ arranged: tenths, withinYear: tenths, undecided: tenths }) }),
  stateCounts,
]);
const arrangement = z.strictObject({ bureaus: states, bodies: optional(count), without: optional(count) });
const practice = z.strictObject({ bodies: count, of: optional(count), publishedShare: optional(tenths) });

const overtimeGroups = <T extends z.ZodType>(of: T) => ({ prefecture: of, designatedCity: of, municipality: of });
const healthGroups = <T extends z.ZodType>(of: T) => ({
  prefecture: of,
  designatedCity: of,
  city: of,
  town: of,
  union: optional(of),
});

const year = z.strictObject({
  fiscalYear: z.int().min(1900).max(2200),
  averages: optional(z.strictObject({ all: optional(average), ...overtimeGroups(average) })),
  longHours: optional(z.strictObject(overtimeGroups(longHours))),
  arrangements: optional(z.strictObject({ ...healthGroups(arrangement), total: optional(states) })),
  interviews: optional(z.strictObject(healthGroups(interviews))),
  reasons: optional(z.strictObject(healthGroups(reasons))),
  absences: optional(z.strictObject(healthGroups(absences))),
  practice: optional(z.partialRecord(z.enum(practiceRows.map(({ id }) => id)), practice)),
});

/** The input of `tokimori law ask survey-national`: one to three consecutive fiscal years, the surveyed one last. */
export const nationalInput = z.strictObject({ years: z.array(year).min(1).max(3) });

type Year = z.infer<typeof year>;

/** Members that are there; an absent one is left out, not given as undefined. */
export type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
export function present<T extends object>(given: T): Partial<Present<T>> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Present<T>>;
}

const averageOf = (given: z.infer<typeof average>, place: string): AverageCounts =>
  typeof given === 'string' ? { publishedYear: tenthsAt(given, place) } : { minutes: given.hours, heads: given.heads };

function statesOf(given: z.infer<typeof states>, place: string): ArrangementStates {
  if (!('publishedShares' in given)) return given;
  const { arranged, withinYear, undecided } = given.publishedShares;
  const share = (text: string, name: string) => tenthsAt(text, `${place}.publishedShares.${name}`);
  return {
    publishedShares: {
      arranged: share(arranged, 'arranged'),
      withinYear: share(withinYear, 'withinYear'),
      undecided: share(undecided, 'undecided'),
    },
  };
}

type Groups<T> = { prefecture: T; designatedCity: T; city: T; town: T; union?: T | undefined };

function groupsOf<T, U>(given: Groups<T>, place: string, read: (of: T, at: string) => U): ByHealthGroup<U> {
  const { prefecture, designatedCity, city, town, union } = given;
  return {
    prefecture: read(prefecture, `${place}.prefecture`),
    designatedCity: read(designatedCity, `${place}.designatedCity`),
    city: read(city, `${place}.city`),
    town: read(town, `${place}.town`),
    ...(union === undefined ? {} : { union: read(union, `${place}.union`) }),
  };
}

const arrangementOf = ({ bureaus, ...bodies }: z.infer<typeof arrangement>, place: string): ArrangementCounts => ({
  bureaus: statesOf(bureaus, `${place}.bureaus`),
  ...present(bodies),
});

/** Of a count of organisations, what it is of, or the share that was published: one of both. */
function practiceOf({ bodies, of, publishedShare }: z.infer<typeof practice>, place: string): PracticeCounts {
  if (of !== undefined) return { bodies, of };
  return { bodies, publishedShare: tenthsAt(publishedShare ?? '', `${place}.publishedShare`) };
}

/** A year as the law takes it. @throws InputRefused for a published figure that cannot be read */
export function nationalYearOf(given: Year, place: string): NationalYear {
  const { fiscalYear, averages, longHours: long, arrangements, practice: bodies } = given;
  const same = <T>(of: T): T => of;
  const section = <T, U>(name: string, of: Groups<T> | undefined, reader: (of: T, at: string) => U) =>
    of === undefined ? {} : { [name]: groupsOf(of, `${place}.${name}`, reader) };
  return {
    fiscalYear,
    ...(averages === undefined
      ? {}
      : {
          averages: {
            prefecture: averageOf(averages.prefecture, `${place}.averages.prefecture`),
            designatedCity: averageOf(averages.designatedCity, `${place}.averages.designatedCity`),
            municipality: averageOf(averages.municipality, `${place}.averages.municipality`),
            ...(averages.all === undefined ? {} : { all: averageOf(averages.all, `${place}.averages.all`) }),
          },
        }),
    ...(long === undefined ? {} : { longHours: long }),
    ...(arrangements === undefined
      ? {}
      : {
          arrangements: {
            ...groupsOf(arrangements, `${place}.arrangements`, arrangementOf),
            ...(arrangements.total === undefined
              ? {}
              : { total: statesOf(arrangements.total, `${place}.arrangements.total`) }),
          },
        }),
    ...section('interviews', given.interviews, same),
    ...section('reasons', given.reasons, same),
    ...section('absences', given.absences, same),
    ...(bodies === undefined
      ? {}
      : {
          practice: Object.fromEntries(
            Object.entries(bodies).map(([item, counts]) => [item, practiceOf(counts, `${place}.practice.${item}`)]),
          ),
        }),
  };
}
