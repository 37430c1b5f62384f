/**
 * Where the numbered migrations of the vending room lie, and what the server may do with its tables;
 * they need those of the ledger first.
 */
import type { GrantingRoom } from '@wattvend/database/app-role.js';

export const VENDING_MIGRATIONS: GrantingRoom = {
  room: 'vending',
  folder: new URL('../sql/migrations/', import.meta.url),
  grants: new URL('../sql/grants.sql', import.meta.url),
};
