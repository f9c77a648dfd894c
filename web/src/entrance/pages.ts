import { page } from '../app/page.ts';

export const signInPage = page('/sign-in', () => import('./sign-in.tsx'), 'SignInPage');
/** お知らせ of whoever is signed in. */
export const noticePages = [
  page('/notices', () => import('./notices.tsx'), 'NoticesPage'),
  page('/notices/settings', () => import('./notice-settings.tsx'), 'NoticeSettingsPage'),
];
export const passwordPage = page('/password', () => import('./password.tsx'), 'PasswordPage');
