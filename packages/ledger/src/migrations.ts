/** Where the ledger's numbered migrations lie, and what the server may do with its tables. */
import type { GrantingRoom } from '@wattvend/database/app-role.js';

export const LEDGER_MIGRATIONS: GrantingRoom = {
  room: 'ledger',
  folder: new URL('../sql/migrations/', import.meta.url),
  grants: new URL('../sql/grants.sql', import.meta.url),
};
