import { surveyCitations } from '../citations.ts';
import { ImpossibleSurvey } from '../defects.ts';
import { type ChildcareRateCounts, childcareRateFigures } from '../figures/leave.ts';
import { lengthClasses } from '../layouts/leave.ts';
import { counted, type Measured, share } from '../measured.ts';
import { endOfMonths } from '../month-spans.ts';
import type { SurveyRules } from '../rules.ts';
import type { Figures, SurveyStep } from '../table.ts';
import { type ChildcareFacts, type ChildcareUse, childcareCourses, childcareSystems, type Sex } from './types.ts';

const sexes = ['male', 'female', 'total'] as const;

/** Persons among uses, each once. */
const peopleIn = (uses: readonly ChildcareUse[]): number => new Set(uses.map(({ staff }) => staff)).size;

const ofSex = (uses: readonly ChildcareUse[], sex: Sex | 'total') =>
  sex === 'total' ? uses : uses.filter((use) => use.sex === sex);

function checkUses(uses: readonly ChildcareUse[]): void {
  const sexOf = new Map<string, Sex>();
  uses.forEach(({ staff, sex, system, form, from, through }, position) => {
    const place = `childcare.uses[${position}]`;
    if ((sexOf.get(staff) ?? sex) !== sex) throw new ImpossibleSurvey('twice', `${place}.sex`);
    sexOf.set(staff, sex);
    if (form !== undefined && system !== 'partialChildcareLeave') {
      throw new ImpossibleSurvey('notAsked', `${place}.form`, {}, { item: 'partialChildcareLeave' });
    }
    if (from !== undefined && through !== undefined && through < from) throw new ImpossibleSurvey('reversed', place);
  });
}

/** Persons by sex, course and system. @throws ImpossibleSurvey */
export function childcareFigures({ uses }: ChildcareFacts): {
  readonly figures: ReadonlyMap<string, Figures>;
  readonly steps: readonly SurveyStep[];
} {
  checkUses(uses);
  const figures = new Map<string, Figures>();
  for (const sex of sexes) {
    for (const course of childcareCourses) {
      const row = ofSex(uses, sex).filter((use) => use.course === course);
      const of = (system: ChildcareUse['system']) => row.filter((use) => use.system === system);
      const partial = of('partialChildcareLeave');
      const cells: Record<string, Measured> = {
        form1: counted(peopleIn(partial.filter(({ form }) => form === 1)), row.length.toString()),
        form2: counted(peopleIn(partial.filter(({ form }) => form === 2)), row.length.toString()),
      };
      for (const system of childcareSystems) cells[system] = counted(peopleIn(of(system)), system);
      figures.set(`${sex}.${course}`, cells);
    }
  }
  const formless = uses.filter(({ system, form }) => system === 'partialChildcareLeave' && form === undefined);
  const citation = surveyCitations.childcareForms;
  const steps: SurveyStep[] =
    formless.length === 0 ? [] : [{ says: 'partialFormsUnknown', figures: { people: peopleIn(formless) }, citation }];
  return { figures, steps };
}

function takersOf(facts: ChildcareFacts, sex: Sex, rules: SurveyRules): number {
  if (rules.childcareRate === 'newTakers') {
    const newly = ({ system, course }: ChildcareUse) => system === 'childcareLeave' && course === 'new';
    return peopleIn(ofSex(facts.uses.filter(newly), sex));
  }
  const taken = facts.newlyEligible?.[sex].taken;
  const place = `childcare.newlyEligible.${sex}.taken`;
  if (taken === undefined) throw new ImpossibleSurvey('needed', place, {}, { what: 'taken' });
  return taken;
}

/** 取得率 by sex; null when the newly eligible are not given. @throws ImpossibleSurvey */
export function childcareRates(
  facts: ChildcareFacts,
  rules: SurveyRules,
): { readonly figures: ReadonlyMap<string, Figures>; readonly steps: readonly SurveyStep[] } | null {
  const { newlyEligible } = facts;
  if (newlyEligible === undefined) return null;
  const bounded = rules.childcareRate === 'eligibleTakers';
  const bySex = (['male', 'female'] as const).map((sex): readonly [string, ChildcareRateCounts] => [
    sex,
    { eligible: newlyEligible[sex].eligible, taken: takersOf(facts, sex, rules) },
  ]);
  const sum = (key: keyof ChildcareRateCounts) => bySex.reduce((all, [, counts]) => all + counts[key], 0);
  const rows = [...bySex, ['total', { eligible: sum('eligible'), taken: sum('taken') }] as const];
  return {
    figures: new Map(
      rows.map(([sex, counts]) => [sex, childcareRateFigures(counts, bounded, `childcare.newlyEligible.${sex}`)]),
    ),
    steps: bySex.map(([sex, { eligible, taken }]) => ({
      says: 'childcareRateOf',
      figures: { taken, eligible },
      words: { sex },
      citation: surveyCitations.childcareRate,
    })),
  };
}

/** The class of a span: the first whose months it does not exceed. */
function classOf({ from, through }: Required<Pick<ChildcareUse, 'from' | 'through'>>): string {
  return lengthClasses.find(({ months }) => months === null || through <= endOfMonths(from, months))?.id ?? 'beyond24';
}

/** Lengths of newly taken 育児休業 whose days are given, by class and sex. */
export function childcareLengths({ uses }: ChildcareFacts): ReadonlyMap<string, Figures> {
  const spans = uses.flatMap(({ sex, system, course, from, through }) => {
    if (system !== 'childcareLeave' || course !== 'new' || from === undefined || through === undefined) return [];
    return [{ sex, class: classOf({ from, through }) }];
  });
  return new Map(
    sexes.map((sex) => {
      const own = spans.filter((span) => sex === 'total' || span.sex === sex);
      const cells: Record<string, Measured> = { spans: counted(own.length, 'childcare.uses') };
      for (const { id } of lengthClasses) {
        const many = own.filter((span) => span.class === id).length;
        cells[id] = counted(many, id);
        cells[`${id}Share`] = share(many, own.length, id);
      }
      return [sex, cells] as const;
    }),
  );
}
