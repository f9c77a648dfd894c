import { type Dated, inForce } from '../../decision/dated.ts';
import { surveyCitations } from '../citations.ts';
import type { Signs } from '../printing.ts';
import {
  annualLeave,
  childcare,
  childcareLength,
  childcareRate,
  childcareWithForms,
  flexibleHours,
  leaveUsers,
  paternity,
} from './leave.ts';
import { absences, arrangements, interviews, reasons, reasonsAll } from './notice-health.ts';
import { averageMonth, averageYear, longHours } from './notice-overtime.ts';
import { capsExceeded, overtimeByMonth, practice, stressCheck, systems } from './sheets.ts';
import type { SurveyLayout } from './types.ts';

const signs: Signs = { minus: '▲ ', ofNothing: '－', yes: '○', no: '×' };

const of2023: SurveyLayout = {
  name: '令和5年12月25日通知の様式',
  signs,
  tables: {
    averageYear,
    averageMonth,
    longHours,
    overtimeByMonth,
    capsExceeded,
    arrangements,
    interviews,
    reasons,
    reasonsAll,
    absences,
    stressCheck,
    systems,
    practice,
    annualLeave,
    childcare,
    childcareRate,
    childcareLength,
    paternity,
    leaveUsers,
    flexibleHours,
  },
};

const carriedOn: SurveyLayout = { ...of2023, name: '令和5年12月25日通知から引き継いだ様式' };
const withForms: SurveyLayout = {
  ...carriedOn,
  tables: { ...carriedOn.tables, childcare: childcareWithForms },
};

/**
 * Layouts by the first day of the surveyed year. Only that of the survey of 令和4年度 was read (総行公第139号 別添1); the
 * questionnaire changes from year to year, so what follows is carried on with confidence C until someone has compared it.
 */
export const surveyLayouts: readonly Dated<SurveyLayout>[] = [
  {
    from: '2022-04-01',
    until: '2023-04-01',
    value: of2023,
    citation: surveyCitations.change,
    checkedOn: '2026-11-28',
  },
  {
    from: '2023-04-01',
    until: '2025-04-01',
    value: carriedOn,
    citation: surveyCitations.laterLayout,
    checkedOn: '2026-11-28',
  },
  { from: '2025-04-01', value: withForms, citation: surveyCitations.laterLayout, checkedOn: '2026-11-28' },
];

/** The layout of a surveyed year. @throws NotInForce before 令和4年度 */
export const layoutOf = (fiscalYear: number): Dated<SurveyLayout> => inForce(surveyLayouts, `${fiscalYear}-04-01`);
