import { page } from '../app/page.ts';

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
  page('/measures', () => import('./measures.tsx'), 'MeasuresPage'),
  page('/dues', () => import('./dues.tsx'), 'DuesPage'),
  page('/measures/edit', () => import('./edit-measures.tsx'), 'EditMeasuresPage'),
  page('/differences/$month', () => import('./differences/differences.tsx'), 'DifferencesPage'),
  page('/declarations', () => import('./differences/declarations.tsx'), 'DeclarationsPage'),
  page('/imports', () => import('./imports.tsx'), 'ImportsPage'),
  page('/imports/$id', () => import('./import-run.tsx'), 'ImportRunPage'),
  page('/reports', () => import('./reports.tsx'), 'ReportsPage'),
  page('/reports/saga-1', () => import('./saga-one.tsx'), 'SagaOnePage'),
  page('/reports/saga-2', () => import('./saga-two.tsx'), 'SagaTwoPage'),
  page('/settings', () => import('./settings.tsx'), 'SettingsPage'),
  page('/devices', () => import('./devices.tsx'), 'DevicesPage'),
  page('/journal', () => import('./journal.tsx'), 'JournalPage'),
];
