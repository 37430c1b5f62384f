import { expect, test } from 'vitest';
import { actorName, checkWords, deedWords } from '../src/pages/audit/audit-words.ts';
import type { BalancedAccount } from '../src/pages/ledger/ledger-queries.ts';
import { chainFaultWords, groupsOf } from '../src/pages/ledger/ledger-words.ts';
import type { Delivery, Webhook } from '../src/pages/webhooks/webhook-queries.ts';
import { faultWords, standingOf } from '../src/pages/webhooks/webhook-words.ts';

function account(code: string, group: string | null, balance: number): BalancedAccount {
  return {
    ...{ code, name: code, kind: 'liability', normal_side: 'credit', group },
    ...{ debit_minor: '0', credit_minor: '0', balance_minor: String(balance) },
  };
}

test('many accounts of a group are one line where the first stands; a few stand by themselves', () => {
  const floats = [1, 2, 3, 4].map((at) => account(`float ${at}`, 'vendor_float', -at * 10));
  const taxes = [1, 2, 3].map((at) => account(`tax ${at}`, 'taxes_payable', 5));
  const [first, ...others] = floats;
  if (first === undefined) throw new Error('no float');
  const groups = groupsOf([account('bank', null, 7), first, ...taxes, ...others]);
  expect(
    groups.map(({ group, accounts, balanceMinor }) => [group, accounts.length, balanceMinor]),
  ).toEqual([
    [null, 1, 7n],
    ['vendor_float', 4, -100n],
    [null, 1, 5n],
    [null, 1, 5n],
    [null, 1, 5n],
  ]);
});

test('a fault of the chain says where it is', () => {
  const nowhere = { block: null, entry_id: null, position: null };
  expect(chainFaultWords({ kind: 'entry_removed', ...nowhere, block: '7', position: 3 })).toBe(
    'An entry is gone (block 7, place 3)',
  );
  expect(chainFaultWords({ kind: 'ledger_reopened', ...nowhere })).toBe(
    'A closed time was opened again',
  );
});

test('deeds and actors in words', () => {
  expect(deedWords('user.roles_changed')).toBe('User: roles changed');
  expect(deedWords('import')).toBe('Import');
  expect(actorName({ kind: 'server', id: null, name: null })).toBe('The server');
  expect(actorName({ kind: 'user', id: 'x', name: 'amara' })).toBe('amara');
});

test('a trail that is not whole says which event', () => {
  const check = { events: 1200, head_hash: '0'.repeat(64) };
  expect(checkWords({ ...check, intact: true, fault: null })).toBe(
    'All 1,200 events are as they were written.',
  );
  expect(checkWords({ ...check, intact: false, fault: { kind: 'edited', sequence: 17 } })).toBe(
    'An event was changed: event 17 of 1,200.',
  );
});

test('of a webhook the most pressing is shown', () => {
  const standing = (more: Partial<Webhook>): string =>
    standingOf({ stopped_at: null, failed: 0, pending: 0, ...more } as Webhook).name;
  expect(standing({})).toBe('all delivered');
  expect(standing({ pending: 2 })).toBe('2 on their way');
  expect(standing({ pending: 2, failed: 1 })).toBe('1 given up');
  expect(standing({ failed: 1, stopped_at: '2026-11-23T00:00:00Z' })).toBe('stopped');
});

test('an answer that took the message is no fault', () => {
  const fault = (last_status: number | null, last_fault: string | null): string | null =>
    faultWords({ last_status, last_fault } as Delivery);
  expect(fault(204, null)).toBeNull();
  expect(fault(null, null)).toBeNull();
  expect(fault(301, 'redirected')).toBe('answered 301');
  expect(fault(null, 'no_answer')).toBe('no answer');
});
