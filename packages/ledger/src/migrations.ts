/** Where the ledger's numbered migrations lie. */
export const LEDGER_MIGRATIONS: { readonly room: string; readonly folder: URL } = {
  room: 'ledger',
  folder: new URL('../sql/migrations/', import.meta.url),
};
