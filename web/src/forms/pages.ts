import { page } from '../app/page.ts';

/** 様式: what is to be written, and each form. */
export const formPages = [
  page('/forms', () => import('./forms.tsx'), 'FormsPage'),
  page('/forms/settings', () => import('./settings/settings.tsx'), 'FormSettingsPage'),
  page('/forms/$form/$month/$subject', () => import('./form.tsx'), 'FormPage'),
];
