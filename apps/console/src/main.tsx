/** Puts the console on the page. */
import './mantine-styles.ts';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient, sessionQuery } from './api/queries.ts';
import { router } from './routes.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

// The same name as in public/color-scheme.js, which runs before this.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'wattvend.color-scheme' });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

// Asked for while the page's own files are still on their way.
if (window.location.pathname !== '/sign-in') void queryClient.prefetchQuery(sessionQuery);

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="top-center" limit={3} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
