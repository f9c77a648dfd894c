import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSessionEnd } from './api/call.ts';
import { answers } from './api/queries.ts';
import { paths } from './app/paths.ts';
import { router } from './app/router.tsx';
import { forget } from './app/session.ts';
import './styles.css';

onSessionEnd(() => {
  const here = router.state.location;
  if (here.pathname === paths.signIn) return;
  forget();
  void router.navigate({ to: paths.signIn, search: { next: here.href, ended: 'yes' } });
});

const place = document.getElementById('page');
if (place === null) throw new Error('index.html has no #page');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
