/** Where the numbered migrations of the vending room lie; they need those of the ledger first. */
export const VENDING_MIGRATIONS: { readonly room: string; readonly folder: URL } = {
  room: 'vending',
  folder: new URL('../sql/migrations/', import.meta.url),
};
