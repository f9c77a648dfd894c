import type {
  AbsenceCounts,
  ArrangementCounts,
  ArrangementStates,
  InterviewCounts,
  ReasonCounts,
} from '../../survey/figures/health.ts';
import type { AverageCounts, LongHoursCounts } from '../../survey/figures/overtime.ts';
import { type PracticeItem, practiceRows } from '../../survey/layouts/sheets.ts';
import type { ByHealthGroup, NationalYear, PracticeCounts } from '../../survey/national-counts.ts';
import type { Given } from '../cases.ts';

/** Tenths as a case writes them: "148.2". */
export function tenths(text: string): number {
  if (!/^\d+\.\d$/.test(text)) throw new Error(`one decimal is needed, not ${text}`);
  return Number(text.replace('.', ''));
}

const optionally = <K extends string, T>(given: Given, key: K, read: () => T): Partial<Record<K, T>> =>
  given.has(key) ? ({ [key]: read() } as Record<K, T>) : {};

function averageOf(given: Given, key: string): AverageCounts {
  try {
    return { publishedYear: tenths(given.text(key)) };
  } catch {
    const counts = given.inner(key);
    return { minutes: counts.number('minutes'), heads: counts.number('heads') };
  }
}

const longOf = (given: Given): LongHoursCounts => ({
  heads: given.number('heads'),
  between: given.number('between'),
  above: given.number('above'),
});
const interviewOf = (given: Given): InterviewCounts => ({ due: given.number('due'), held: given.number('held') });
const reasonOf = (given: Given): ReasonCounts => ({
  foundUnneeded: given.number('foundUnneeded'),
  declined: given.number('declined'),
  tooBusy: given.number('tooBusy'),
});
const absenceOf = (given: Given): AbsenceCounts => ({
  enrolled: given.number('enrolled'),
  absent: given.number('absent'),
});

function statesOf(given: Given): ArrangementStates {
  const states = (read: (key: string) => number) => ({
    arranged: read('arranged'),
    withinYear: read('withinYear'),
    undecided: read('undecided'),
  });
  if (!given.has('publishedShares')) return states((key) => given.number(key));
  const shares = given.inner('publishedShares');
  return { publishedShares: states((key) => tenths(shares.text(key))) };
}

const arrangementOf = (given: Given): ArrangementCounts => ({
  bureaus: statesOf(given.inner('bureaus')),
  ...optionally(given, 'bodies', () => given.number('bodies')),
  ...optionally(given, 'without', () => given.number('without')),
});

const groups = <T>(given: Given, read: (of: Given) => T): ByHealthGroup<T> => ({
  prefecture: read(given.inner('prefecture')),
  designatedCity: read(given.inner('designatedCity')),
  city: read(given.inner('city')),
  town: read(given.inner('town')),
  ...optionally(given, 'union', () => read(given.inner('union'))),
});

function practiceOf(given: Given): Partial<Record<PracticeItem, PracticeCounts>> {
  const found: Partial<Record<PracticeItem, PracticeCounts>> = {};
  for (const { id } of practiceRows) {
    if (!given.has(id)) continue;
    const counts = given.inner(id);
    const bodies = counts.number('bodies');
    found[id] = counts.has('of')
      ? { bodies, of: counts.number('of') }
      : { bodies, publishedShare: tenths(counts.text('publishedShare')) };
  }
  return found;
}

/** A year of national counts, as a case writes it. */
export function nationalYearOf(given: Given): NationalYear {
  const section = <T>(key: string, read: (of: Given) => T) => optionally(given, key, () => read(given.inner(key)));
  return {
    fiscalYear: given.number('fiscalYear'),
    ...section('averages', (of) => ({
      ...optionally(of, 'all', () => averageOf(of, 'all')),
      prefecture: averageOf(of, 'prefecture'),
      designatedCity: averageOf(of, 'designatedCity'),
      municipality: averageOf(of, 'municipality'),
    })),
    ...section('longHours', (of) => ({
      prefecture: longOf(of.inner('prefecture')),
      designatedCity: longOf(of.inner('designatedCity')),
      municipality: longOf(of.inner('municipality')),
    })),
    ...section('arrangements', (of) => ({
      ...groups(of, arrangementOf),
      ...optionally(of, 'total', () => statesOf(of.inner('total'))),
    })),
    ...section('interviews', (of) => groups(of, interviewOf)),
    ...section('reasons', (of) => groups(of, reasonOf)),
    ...section('absences', (of) => groups(of, absenceOf)),
    ...section('practice', practiceOf),
  };
}
