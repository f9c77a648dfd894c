import { page } from '../app/page.ts';
import { breachPages } from './breaches/pages.ts';
import { duePages } from './dues/pages.ts';

/** Pages of the personnel department (人事課), executives, auditors and administrators. */
export const hrPages = [
  page('/city', () => import('./city.tsx'), 'CityPage'),
  page('/city/$month', () => import('./city.tsx'), 'CityPage'),
  page('/city/$month/limits', () => import('./limits-list.tsx'), 'LimitsListPage'),
  page('/city/$month/staff', () => import('./month-staff.tsx'), 'MonthStaffPage'),
  page('/staff', () => import('./people.tsx'), 'PeoplePage'),
  page('/staff/$staff', () => import('./person.tsx'), 'PersonPage'),
  page('/departments', () => import('./departments.tsx'), 'DepartmentsPage'),
  page('/departments/designate', () => import('./designate.tsx'), 'DesignatePage'),
  page('/departments/agreements', () => import('./agreements/agreements.tsx'), 'AgreementsPage'),
  page('/departments/agreements/edit', () => import('./agreements/edit-agreement.tsx'), 'EditAgreementPage'),
  page('/departments/notices', () => import('./agreements/designation-notices.tsx'), 'DesignationNoticesPage'),
  page('/departments/tasks', () => import('./agreements/tasks.tsx'), 'TasksPage'),
  page('/departments/exceptional/$month', () => import('./agreements/city-exceptional.tsx'), 'CityExceptionalPage'),
  page('/measures', () => import('./measures.tsx'), 'MeasuresPage'),
  ...duePages,
  ...breachPages,
  page('/measures/edit', () => import('./measures/edit-measures.tsx'), 'EditMeasuresPage'),
  page('/differences/$month', () => import('./differences/differences.tsx'), 'DifferencesPage'),
  page('/declarations', () => import('./differences/declarations.tsx'), 'DeclarationsPage'),
  page('/imports', () => import('./imports.tsx'), 'ImportsPage'),
  page('/imports/$id', () => import('./import-run.tsx'), 'ImportRunPage'),
  page('/reports', () => import('./reports.tsx'), 'ReportsPage'),
  page('/reports/saga-1', () => import('./saga-one.tsx'), 'SagaOnePage'),
  page('/reports/saga-2', () => import('./saga-two.tsx'), 'SagaTwoPage'),
  page('/closing', () => import('./closing/closing.tsx'), 'ClosingPage'),
  page('/closing/$month', () => import('./closing/closing.tsx'), 'ClosingPage'),
  page('/closing/$month/$department', () => import('../manager/closing/section-closing.tsx'), 'SectionClosingPage'),
  page('/reports/pay-hours', () => import('./pay/pay-hours.tsx'), 'PayHoursPage'),
  page('/reports/pay-hours/layout', () => import('./pay/pay-layout.tsx'), 'PayLayoutPage'),
  page('/settings', () => import('./settings.tsx'), 'SettingsPage'),
  page('/devices', () => import('./devices.tsx'), 'DevicesPage'),
  page('/journal', () => import('./journal.tsx'), 'JournalPage'),
];
