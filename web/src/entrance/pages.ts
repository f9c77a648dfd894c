import { page } from '../app/page.ts';

export const signInPage = page('/sign-in', () => import('./sign-in.tsx'), 'SignInPage');
export const passwordPage = page('/password', () => import('./password.tsx'), 'PasswordPage');
