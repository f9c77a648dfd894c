import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { epochDayOf } from '@tokimori/law/time/civil';
import { entries, modelParameters, type Parameters, valueAt } from '@tokimori/ordinances/parameters/table';
import { decideCorrection } from '@tokimori/records/correction';
import { decide } from '@tokimori/records/overtime';
import { describe, expect, test } from 'vitest';

/**
 * 把握ガイドライン 4(3)オ: no upper bound on declared hours. Every setting of the table that takes a number or a switch is turned to
 * each value that it takes among some far apart; whatever it is, a long declaration is taken where a short one is.
 */
const day = epochDayOf(2026, 10, 22);
const now = { day: day + 4, minute: 600 };
const tried: readonly unknown[] = [0, 1, 5, 15, 60, 600, 2_700, 6_000, 43_200, true, false, null];

/** The model with one value changed; undefined when the setting does not take it. */
function changed(entry: (typeof entries)[number], value: unknown): Parameters | undefined {
  if (!entry.definition.kind.stored.safeParse(value).success) return undefined;
  const parameters = structuredClone(modelParameters) as Record<string, unknown>;
  let at: Record<string, unknown> = parameters;
  for (const name of entry.path.slice(0, -1)) at = at[name] as Record<string, unknown>;
  at[entry.path.at(-1) ?? ''] = value;
  return parameters as Parameters;
}

/** The refusal of a request from the end of duty on, and of an answer 「勤務していた」 of the same length; null = taken. */
function refusals(parameters: Parameters, minutes: number): readonly (string | null)[] {
  const allotment = allotmentOf(parameters, day);
  const from = allotment.kind === 'weeklyDayOff' ? 540 : allotment.hours.until;
  const ground = {
    allotment,
    nextAllotment: allotmentOf(parameters, day + 1),
    dayBoundary: parameters.dayBoundary,
    others: [],
  };
  const subject = { staff: '100001', dutyDate: '2026-10-22' } as const;
  const hours = { from, until: from + minutes };
  const request = {
    ...subject,
    ...hours,
    department: '11',
    category: 'normal',
    work: '窓口',
    why: '来庁が続いた',
  } as const;
  const asked = decide({ type: 'request', actor: '100001', ...request, ground }, null, now);
  const difference = { ...subject, about: 'discrepancy', in: null, out: null, reason: '片付け' } as const;
  const answered = decideCorrection(
    {
      type: 'report',
      actor: '100001',
      subject: { ...difference, answer: { says: 'work', ...hours } },
      dayBoundary: parameters.dayBoundary,
    },
    null,
    now,
  );
  return [asked, answered].map((answer) => ('refused' in answer ? answer.refused.code : null));
}

describe('no setting refuses a declaration for its hours', () => {
  const settings = entries.flatMap((entry) =>
    tried.flatMap((value) => {
      const parameters = changed(entry, value);
      return parameters === undefined || valueAt(modelParameters, entry.path) === value
        ? []
        : [{ name: `${entry.path.join('.')} = ${value}`, parameters }];
    }),
  );

  test('many settings are turned, the watch of the limits among them', () => {
    expect(settings.length).toBeGreaterThan(200);
    expect(settings.some(({ name }) => name.startsWith('records.clipped'))).toBe(true);
    expect(settings.some(({ name }) => name.startsWith('monthlyGuideline'))).toBe(true);
  });

  test('the model takes a declaration of 11:45', () => expect(refusals(modelParameters, 705)).toEqual([null, null]));

  test('whatever the setting, eleven hours are taken where a quarter is', () => {
    const refused = settings.flatMap(({ name, parameters }) => {
      const [short, long] = [refusals(parameters, 15), refusals(parameters, 660)];
      return long.some((code, at) => code !== null && short[at] === null) ? [`${name}: ${long.join(' ')}`] : [];
    });
    expect(refused).toEqual([]);
  });
});
