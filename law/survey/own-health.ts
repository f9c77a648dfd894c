import { surveyCitations } from './citations.ts';
import { checkOnce, ImpossibleSurvey } from './defects.ts';
import { countAbsences } from './facts/absences.ts';
import { countGuidance } from './facts/guidance.ts';
import { answerSystems } from './facts/systems.ts';
import { type Arrangement, arrangementStates } from './facts/types.ts';
import {
  type ArrangementCounts,
  absenceFigures,
  arrangementFigures,
  interviewFigures,
  reasonFigures,
  type StressCounts,
  stressFigures,
  sumStress,
} from './figures/health.ts';
import { OWN, type OwnSection, rowsBy, type Surroundings } from './own-section.ts';
import type { Figures } from './table.ts';

/** 部局 by the state of their rules: each asked 部局 once. */
function arrangementCounts(arrangements: readonly Arrangement[]): ArrangementCounts {
  const many = (state: (typeof arrangementStates)[number]) =>
    arrangements.filter((each) => each.state === state).length;
  const [arranged, withinYear, undecided] = arrangementStates.map(many) as [number, number, number];
  const without = Number(arranged < arrangements.length);
  return { bureaus: { arranged, withinYear, undecided }, bodies: 1, without };
}

function checkBureaus(ids: readonly string[], name: string, { bureaus }: Surroundings): void {
  const place = (position: number) => `${name}[${position}].bureau`;
  checkOnce(ids, place);
  ids.forEach((bureau, position) => {
    if (!bureaus.has(bureau)) throw new ImpossibleSurvey('unknownBureau', place(position), {}, { bureau });
  });
}

function arrangementSection(surroundings: Surroundings): OwnSection[] {
  const { arrangements } = surroundings.facts;
  if (arrangements === undefined) return [];
  checkBureaus(
    arrangements.map(({ bureau }) => bureau),
    'arrangements',
    surroundings,
  );
  const counts = arrangementCounts(arrangements);
  const figures = new Map<string, Figures>([[OWN, arrangementFigures(counts, 'arrangements')]]);
  for (const { bureau, state } of arrangements) {
    const { bureaus } = arrangementCounts([{ bureau, state }]);
    figures.set(bureau, arrangementFigures({ bureaus }, `arrangements ${bureau}`));
  }
  return [
    {
      tables: ['arrangements'],
      rows: rowsBy(surroundings, ({ id }) => figures.has(id)),
      figures,
      figuresBefore: ({ arrangements: before }, place) =>
        before === undefined ? undefined : arrangementFigures(before, `${place}.arrangements`),
      counts: { arrangements: counts },
      steps: [],
    },
  ];
}

function guidanceSection(surroundings: Surroundings): OwnSection[] {
  const { facts, bureaus } = surroundings;
  if (facts.guidance === undefined) return [];
  const { all, byBureau, steps } = countGuidance(facts.guidance, facts.fiscalYear, new Set(bureaus.keys()));
  const figures = new Map<string, Figures>();
  for (const [id, counts] of [[OWN, all] as const, ...byBureau]) {
    const place = `guidance ${id}`;
    figures.set(id, { ...interviewFigures(counts, place), ...reasonFigures(counts, counts, place) });
  }
  const { due, held, ...reasons } = all;
  return [
    {
      tables: ['interviews', 'reasons', 'reasonsAll'],
      rows: rowsBy(surroundings),
      figures,
      figuresBefore: ({ interviews }, place) =>
        interviews === undefined ? undefined : interviewFigures(interviews, `${place}.interviews`),
      counts: { interviews: { due, held }, reasons },
      steps: [
        { says: 'healthPopulation', figures: { bureaus: bureaus.size }, citation: surveyCitations.healthPopulation },
        ...steps,
      ],
    },
  ];
}

function stressSection(surroundings: Surroundings): OwnSection[] {
  const { stressCheck } = surroundings.facts;
  if (stressCheck === undefined) return [];
  checkBureaus(
    stressCheck.map(({ bureau }) => bureau),
    'stressCheck',
    surroundings,
  );
  const all: StressCounts = sumStress(stressCheck.map(({ counts }) => counts));
  const figures = new Map<string, Figures>();
  stressCheck.forEach(({ bureau, counts }, position) => {
    figures.set(bureau, stressFigures(counts, `stressCheck[${position}]`));
  });
  figures.set(OWN, stressFigures(all, 'stressCheck'));
  return [
    {
      tables: ['stressCheck'],
      rows: rowsBy(surroundings, ({ id }) => figures.has(id)),
      figures,
      counts: { stressCheck: all },
      steps: [],
    },
  ];
}

/** The enrolled of the absences are those of the stress check (注4), of every 部局. */
function absenceSection(surroundings: Surroundings): OwnSection[] {
  const { facts, rules, bureaus } = surroundings;
  if (facts.absences === undefined) return [];
  const enrolled = new Map(facts.stressCheck?.map(({ bureau, counts }) => [bureau, counts.enrolled]));
  for (const { id } of facts.bureaus) {
    if (!enrolled.has(id)) throw new ImpossibleSurvey('needed', 'stressCheck', {}, { what: `enrolled ${id}` });
  }
  const { byBureau, steps } = countAbsences(facts.absences, facts.fiscalYear, new Set(bureaus.keys()), rules);
  const figures = new Map<string, Figures>();
  const all = { enrolled: 0, absent: 0 };
  for (const { id } of facts.bureaus) {
    const counts = { enrolled: enrolled.get(id) ?? 0, absent: byBureau.get(id) ?? 0 };
    figures.set(id, absenceFigures(counts, `absences ${id}`));
    all.enrolled += counts.enrolled;
    all.absent += counts.absent;
  }
  figures.set(OWN, absenceFigures(all, 'absences'));
  return [
    {
      tables: ['absences'],
      notes: rules.absencePeriod === 'calendar' ? ['※{calendarYear}(暦年)の休務者数を計上している。'] : [],
      rows: rowsBy(surroundings),
      figures,
      figuresBefore: ({ absences }, place) =>
        absences === undefined ? undefined : absenceFigures(absences, `${place}.absences`),
      counts: { absences: all },
      steps: [
        ...steps,
        {
          says: 'absencesCounted',
          figures: { people: all.absent, enrolled: all.enrolled },
          citation: surveyCitations.enrolled,
        },
      ],
    },
  ];
}

function systemSection({ facts }: Surroundings): OwnSection[] {
  if (facts.systems === undefined) return [];
  const { figures, steps } = answerSystems(facts.systems, facts.arrangements);
  return [{ tables: ['systems'], figures, counts: {}, steps }];
}

/** ST-5–ST-9 and the stress check: everyone, of every 部局, managerial staff too. @throws ImpossibleSurvey */
export const healthSections = (surroundings: Surroundings): readonly OwnSection[] => [
  ...arrangementSection(surroundings),
  ...guidanceSection(surroundings),
  ...stressSection(surroundings),
  ...absenceSection(surroundings),
  ...systemSection(surroundings),
];
