/** The whole application on one page. Each page is a file of its own, fetched when it is opened. */
import { createBrowserRouter } from 'react-router';
import { Loading } from './shell/loading.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PageFault } from './shell/page-fault.tsx';

export const router = createBrowserRouter([
  {
    HydrateFallback: Loading,
    ErrorBoundary: PageFault,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({
          Component: (await import('./pages/sign-in/sign-in-page.tsx')).SignInPage,
        }),
      },
      {
        path: '/',
        lazy: async () => ({ Component: (await import('./shell/shell.tsx')).Shell }),
        children: [
          {
            ErrorBoundary: PageFault,
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('./shell/home.tsx')).Home }),
              },
              {
                path: 'till',
                lazy: async () => ({
                  Component: (await import('./pages/till/till-page.tsx')).TillPage,
                }),
              },
              {
                path: 'meter',
                lazy: async () => ({
                  Component: (await import('./pages/meter/street-page.tsx')).StreetPage,
                }),
              },
              {
                path: 'meter/emulator/:number',
                lazy: async () => ({
                  Component: (await import('./pages/meter/emulated-page.tsx')).EmulatedPage,
                }),
              },
              {
                path: 'meter/:number',
                lazy: async () => ({
                  Component: (await import('./pages/meter/meter-page.tsx')).MeterPage,
                }),
              },
              {
                path: 'today',
                lazy: async () => ({
                  Component: (await import('./pages/today/today-page.tsx')).TodayPage,
                }),
              },
              {
                path: 'reports',
                lazy: async () => ({
                  Component: (await import('./pages/reports/reports-page.tsx')).ReportsPage,
                }),
              },
              {
                path: 'payments',
                lazy: async () => ({
                  Component: (await import('./pages/payments/payments-page.tsx')).PaymentsPage,
                }),
              },
              {
                path: 'payments/:id',
                lazy: async () => ({
                  Component: (await import('./pages/payments/payment-page.tsx')).PaymentPage,
                }),
              },
              {
                path: 'vends',
                lazy: async () => ({
                  Component: (await import('./pages/vends/vends-page.tsx')).VendsPage,
                }),
              },
              {
                path: 'vends/:id',
                lazy: async () => ({
                  Component: (await import('./pages/vends/vend-page.tsx')).VendPage,
                }),
              },
              {
                path: 'meters',
                lazy: async () => ({
                  Component: (await import('./pages/meters/meters-page.tsx')).MetersPage,
                }),
              },
              {
                path: 'meters/:number',
                lazy: async () => ({
                  Component: (await import('./pages/meters/meter-card-page.tsx')).MeterCardPage,
                }),
              },
              {
                path: 'customers',
                lazy: async () => ({
                  Component: (await import('./pages/customers/customers-page.tsx')).CustomersPage,
                }),
              },
              {
                path: 'customers/:id',
                lazy: async () => ({
                  Component: (await import('./pages/customers/customer-page.tsx')).CustomerPage,
                }),
              },
              {
                path: 'import',
                lazy: async () => ({
                  Component: (await import('./pages/import/import-page.tsx')).ImportPage,
                }),
              },
              {
                path: 'vendors',
                lazy: async () => ({
                  Component: (await import('./pages/vendors/vendors-page.tsx')).VendorsPage,
                }),
              },
              {
                path: 'vendors/:id',
                lazy: async () => ({
                  Component: (await import('./pages/vendors/vendor-page.tsx')).VendorPage,
                }),
              },
              {
                path: 'reconciliation',
                lazy: async () => ({
                  Component: (await import('./pages/reconciliation/reconciliation-page.tsx'))
                    .ReconciliationPage,
                }),
              },
              {
                path: 'reconciliation/items/:id',
                lazy: async () => ({
                  Component: (await import('./pages/reconciliation/item-page.tsx'))
                    .ReconciliationItemPage,
                }),
              },
              {
                path: 'reconciliation/sources/new',
                lazy: async () => ({
                  Component: (await import('./pages/reconciliation/source-page.tsx')).NewSourcePage,
                }),
              },
              {
                path: 'reconciliation/sources/:id',
                lazy: async () => ({
                  Component: (await import('./pages/reconciliation/source-page.tsx')).SourcePage,
                }),
              },
              {
                path: 'orders',
                lazy: async () => ({
                  Component: (await import('./pages/orders/orders-page.tsx')).OrdersPage,
                }),
              },
              {
                path: 'tariffs',
                lazy: async () => ({
                  Component: (await import('./pages/tariffs/tariffs-page.tsx')).TariffsPage,
                }),
              },
              {
                path: 'tariffs/new',
                lazy: async () => ({
                  Component: (await import('./pages/tariffs/editor-page.tsx')).NewTariffPage,
                }),
              },
              {
                path: 'tariffs/:id',
                lazy: async () => ({
                  Component: (await import('./pages/tariffs/tariff-page.tsx')).TariffPage,
                }),
              },
              {
                path: 'tariffs/:id/edit',
                lazy: async () => ({
                  Component: (await import('./pages/tariffs/editor-page.tsx')).EditTariffPage,
                }),
              },
              {
                path: 'ledger',
                lazy: async () => ({
                  Component: (await import('./pages/ledger/ledger-page.tsx')).LedgerPage,
                }),
              },
              {
                path: 'ledger/:code',
                lazy: async () => ({
                  Component: (await import('./pages/ledger/account-page.tsx')).LedgerAccountPage,
                }),
              },
              {
                path: 'audit',
                lazy: async () => ({
                  Component: (await import('./pages/audit/audit-page.tsx')).AuditPage,
                }),
              },
              {
                path: 'webhooks',
                lazy: async () => ({
                  Component: (await import('./pages/webhooks/webhooks-page.tsx')).WebhooksPage,
                }),
              },
              {
                path: 'webhooks/:id',
                lazy: async () => ({
                  Component: (await import('./pages/webhooks/webhook-page.tsx')).WebhookPage,
                }),
              },
              {
                path: 'staff',
                lazy: async () => ({
                  Component: (await import('./pages/staff/staff-page.tsx')).StaffPage,
                }),
              },
              {
                path: 'approvals',
                lazy: async () => ({
                  Component: (await import('./pages/approvals/approvals-page.tsx')).ApprovalsPage,
                }),
              },
              {
                path: 'account',
                lazy: async () => ({
                  Component: (await import('./pages/account/account-page.tsx')).AccountPage,
                }),
              },
              {
                path: 'token-lab',
                lazy: async () => ({
                  Component: (await import('./pages/token-lab/token-lab-page.tsx')).TokenLabPage,
                }),
              },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
]);
