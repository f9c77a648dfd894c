import { surveyCitations } from './citations.ts';
import { checkOnce, ImpossibleSurvey } from './defects.ts';
import { childcareFigures, childcareLengths, childcareRates } from './facts/childcare.ts';
import { countAnnualLeave, countFathers } from './facts/leave.ts';
import type { Users } from './facts/types.ts';
import { type AnnualLeaveCounts, annualLeaveFigures, paternityFigures, userFigures } from './figures/leave.ts';
import { flexibleRows, leaveUserRows } from './layouts/leave.ts';
import { OWN, type OwnSection, rowsBy, type Surroundings } from './own-section.ts';
import type { Figures, SurveyStep } from './table.ts';

function daysStep({ people, minutes }: AnnualLeaveCounts, day: number, figures: Figures, row: string): SurveyStep[] {
  const { days } = figures;
  if (days?.kind !== 'tenths') return [];
  const told = { minutes, day, people, tenths: days.value };
  return [{ says: 'daysAveraged', figures: told, words: { row }, citation: surveyCitations.annualLeave }];
}

function annualLeaveSection(surroundings: Surroundings): OwnSection[] {
  const { facts, rules, bureaus } = surroundings;
  if (facts.annualLeave === undefined) return [];
  const { all, byBureau } = countAnnualLeave(facts.annualLeave, new Set(bureaus.keys()), rules.leaveDay);
  const own = annualLeaveFigures(all, rules.leaveDay, 'annualLeave');
  const figures = new Map<string, Figures>([[OWN, own]]);
  for (const [id, counts] of byBureau) figures.set(id, annualLeaveFigures(counts, rules.leaveDay, `annualLeave ${id}`));
  return [
    {
      tables: ['annualLeave'],
      notes: [`※${rules.annualLeavePeriod === 'calendar' ? '{calendarYear}' : '{now}'}に取得した日数である。`],
      rows: rowsBy(surroundings),
      figures,
      figuresBefore: ({ annualLeave }, place) =>
        annualLeave === undefined ? undefined : annualLeaveFigures(annualLeave, rules.leaveDay, `${place}.annualLeave`),
      counts: { annualLeave: all },
      steps: daysStep(all, rules.leaveDay, own, facts.name),
    },
  ];
}

function childcareSections({ facts, rules }: Surroundings): OwnSection[] {
  if (facts.childcare === undefined) return [];
  const rates = childcareRates(facts.childcare, rules);
  return [
    { tables: ['childcare'], ...childcareFigures(facts.childcare), counts: {} },
    ...(rates === null ? [] : [{ tables: ['childcareRate'] as const, ...rates, counts: {} }]),
    { tables: ['childcareLength'], figures: childcareLengths(facts.childcare), counts: {}, steps: [] },
  ];
}

function paternitySection(surroundings: Surroundings): OwnSection[] {
  const { facts, rules } = surroundings;
  if (facts.fathers === undefined) return [];
  const counts = countFathers(facts.fathers, rules.leaveDay);
  return [
    {
      tables: ['paternity'],
      rows: rowsBy(surroundings, () => false),
      figures: new Map([[OWN, paternityFigures(counts, 'fathers')]]),
      counts: { paternity: counts },
      steps: [],
    },
  ];
}

function usersSection({ facts }: Surroundings): OwnSection[] {
  const { users, stressCheck } = facts;
  if (users === undefined) return [];
  checkOnce(
    users.map(({ system }) => system),
    (position) => `users[${position}].system`,
  );
  const enrolled = stressCheck?.reduce((sum, { counts }) => sum + counts.enrolled, 0) ?? null;
  const figuresOf = (rows: readonly { readonly id: Users['system'] }[]) =>
    new Map(
      users.flatMap((each, position) => {
        if (!rows.some(({ id }) => id === each.system)) return [];
        const place = `users[${position}]`;
        const all = each.male + each.female;
        if (!each.inPlace && all > 0) throw new ImpossibleSurvey('notInPlace', place, { users: all });
        return [[each.system as string, userFigures(each, enrolled, place)] as const];
      }),
    );
  const sections: OwnSection[] = [
    { tables: ['leaveUsers'], figures: figuresOf(leaveUserRows), counts: {}, steps: [] },
    { tables: ['flexibleHours'], figures: figuresOf(flexibleRows), counts: {}, steps: [] },
  ];
  return sections.filter(({ figures }) => figures.size > 0);
}

/** Leave, childcare and flexible hours, as far as their facts are given. @throws ImpossibleSurvey */
export const leaveSections = (surroundings: Surroundings): readonly OwnSection[] => [
  ...annualLeaveSection(surroundings),
  ...childcareSections(surroundings),
  ...paternitySection(surroundings),
  ...usersSection(surroundings),
];
