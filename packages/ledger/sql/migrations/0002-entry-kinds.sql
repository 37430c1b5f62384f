-- What kinds of entries there are is for those who post them; the ledger only wants a plain name.
alter table entry drop constraint entry_kind_check;
alter table entry add constraint entry_kind_check check (kind ~ '^[a-z][a-z_]*$');
