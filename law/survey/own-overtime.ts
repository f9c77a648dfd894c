import { countCaps } from './facts/caps.ts';
import {
  addOvertime,
  countOvertime,
  isSurveyed,
  noOvertime,
  type OvertimeByMonth,
  type OvertimeCounts,
} from './facts/overtime.ts';
import { averageFigures, classesStep, longHoursFigures } from './figures/overtime.ts';
import type { RowLayout } from './layouts/types.ts';
import { average, counted } from './measured.ts';
import { OWN, type OwnSection, rowsBy, type Surroundings } from './own-section.ts';
import type { Figures } from './table.ts';

const sum = (all: Iterable<OvertimeCounts>): OvertimeCounts => [...all].reduce(addOvertime, noOvertime);

/** The year by 部局. */
function yearOf(byMonth: OvertimeByMonth): ReadonlyMap<string, OvertimeCounts> {
  const year = new Map<string, OvertimeCounts>();
  for (const ofMonth of byMonth.values()) {
    for (const [id, counts] of ofMonth) year.set(id, addOvertime(year.get(id) ?? noOvertime, counts));
  }
  return year;
}

/** A month, or the year: how many, how long, and over which hours. */
function monthFigures(counts: OvertimeCounts, place: string): Figures {
  const { personMonths, ...classes } = longHoursFigures(counts, place);
  return {
    ...classes,
    heads: personMonths ?? counted(counts.heads, place),
    hours: average({ numerator: counts.minutes, denominator: 60 }),
    perHead: average({ numerator: counts.minutes, denominator: 60 * counts.heads }),
  };
}

function byMonthSection(byMonth: OvertimeByMonth, year: OvertimeCounts): OwnSection {
  const months = [...byMonth].map(([month, ofMonth]) => ({
    id: String(month),
    label: `${(month % 12) + 1}月`,
    counts: sum(ofMonth.values()),
  }));
  const rows: readonly RowLayout[] = [...months, { id: OWN, label: '計', counts: year }].map(({ id, label }) => ({
    id,
    label,
  }));
  const figures = new Map(months.map(({ id, counts }) => [id, monthFigures(counts, 'overtime')]));
  figures.set(OWN, monthFigures(year, 'overtime'));
  return { tables: ['overtimeByMonth'], rows, figures, counts: {}, steps: [] };
}

/** ST-1–ST-4 and the caps: averages, classes of hours, months, and who exceeded what. @throws ImpossibleSurvey */
export function overtimeSection(surroundings: Surroundings): readonly OwnSection[] {
  const { facts, rules, bureaus } = surroundings;
  if (facts.overtime === undefined) return [];
  const { byMonth, steps } = countOvertime(facts.overtime, facts.fiscalYear, bureaus, rules);
  const byBureau = yearOf(byMonth);
  const year = sum(byBureau.values());
  const inside = ({ id, kind }: { id: string; kind: (typeof facts.bureaus)[number]['kind'] }) =>
    byBureau.has(id) && isSurveyed(kind, false, rules);
  const rows = rowsBy(surroundings, inside);
  const figures = new Map<string, Figures>();
  const ownAverage = averageFigures(year, 'overtime', facts.name);
  for (const { id, label } of rows) {
    const counts = id === OWN ? year : (byBureau.get(id) ?? noOvertime);
    const averages = averageFigures(counts, `overtime ${id}`, label).figures;
    figures.set(id, { ...averages, ...longHoursFigures(counts, `overtime ${id}`) });
  }
  const { heads, minutes, between, above } = year;
  const caps = countCaps(facts.overtime, facts.fiscalYear);
  return [
    {
      tables: ['averageYear', 'averageMonth', 'longHours'],
      rows,
      figures,
      figuresBefore: (before, place) =>
        before.average === undefined && before.longHours === undefined
          ? undefined
          : {
              ...(before.average === undefined
                ? {}
                : averageFigures(before.average, `${place}.average`, facts.name).figures),
              ...(before.longHours === undefined ? {} : longHoursFigures(before.longHours, `${place}.longHours`)),
            },
      counts: { average: { minutes, heads }, longHours: { heads, between, above } },
      steps: [...steps, ...ownAverage.steps, classesStep(year, facts.name)],
    },
    byMonthSection(byMonth, year),
    { tables: ['capsExceeded'], figures: caps.figures, counts: {}, steps: caps.steps },
  ];
}
