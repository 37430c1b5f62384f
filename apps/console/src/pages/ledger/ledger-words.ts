/** Kinds and groups of accounts, and kinds of entries, in words; and accounts put into groups. */
import type { BalancedAccount, ChainCheck } from './ledger-queries.ts';

export const KINDS = ['asset', 'liability', 'income', 'expense', 'equity'] as const;
export const KIND_NAMES: Readonly<Record<(typeof KINDS)[number], string>> = {
  asset: 'What the utility has',
  liability: 'What it owes',
  income: 'What it earns',
  expense: 'What it spends',
  equity: 'What was there before',
};

const GROUP_NAMES: Readonly<Record<string, string>> = {
  vendor_float: 'Floats of vendors',
  taxes_payable: 'Taxes payable',
  levies_payable: 'Levies payable',
  clearing: 'Payments on their way',
  exchange: 'Exchange of currencies',
};

export function groupName(group: string): string {
  return GROUP_NAMES[group] ?? group.replaceAll('_', ' ');
}

/** "wrong meter repair"; the first letter is a capital. */
export function entryWords(kind: string): string {
  const words = kind.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export interface AccountGroup {
  /** Null for an account that stands by itself. */
  readonly group: string | null;
  readonly accounts: readonly BalancedAccount[];
  readonly balanceMinor: bigint;
}

// So many of one group are shown without being asked for.
const ALONE_MOST = 3;

/** The accounts of one kind; a large group is one line, in the place of its first account. */
export function groupsOf(accounts: readonly BalancedAccount[]): readonly AccountGroup[] {
  const byGroup = new Map<string, BalancedAccount[]>();
  for (const account of accounts) {
    const { group } = account;
    if (group !== null) byGroup.set(group, [...(byGroup.get(group) ?? []), account]);
  }
  const isLarge = (group: string): boolean => (byGroup.get(group)?.length ?? 0) > ALONE_MOST;
  const seen = new Set<string>();
  return accounts.flatMap((account): readonly AccountGroup[] => {
    const { group } = account;
    if (group === null || !isLarge(group)) {
      return [{ group: null, accounts: [account], balanceMinor: BigInt(account.balance_minor) }];
    }
    if (seen.has(group)) return [];
    seen.add(group);
    const all = byGroup.get(group) ?? [];
    const balanceMinor = all.reduce((sum, each) => sum + BigInt(each.balance_minor), 0n);
    return [{ group, accounts: all, balanceMinor }];
  });
}

const FAULTS: Readonly<Record<ChainCheck['faults'][number]['kind'], string>> = {
  block_missing: 'A block is missing',
  block_altered: 'A block was changed',
  block_unlinked: 'A block does not follow the one before it',
  entry_altered: 'An entry was changed',
  entry_added: 'An entry was put in later',
  entry_removed: 'An entry is gone',
  ledger_reopened: 'A closed time was opened again',
  known_head_missing: 'The end that was written down is not in the chain',
};

export function chainFaultWords(fault: ChainCheck['faults'][number]): string {
  const where = [
    ...(fault.block === null ? [] : [`block ${fault.block}`]),
    ...(fault.entry_id === null ? [] : [`entry ${fault.entry_id}`]),
    ...(fault.position === null ? [] : [`place ${fault.position}`]),
  ];
  return `${FAULTS[fault.kind]}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
}
