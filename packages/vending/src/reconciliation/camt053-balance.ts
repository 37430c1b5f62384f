/** Whether a statement adds up: opening balance and booked entries give the closing balance. */
import type { CamtFields, CamtMoneyTerms } from './camt053-fields.ts';
import { camtMoney, camtSigned } from './camt053-fields.ts';

export interface CamtBalance {
  readonly code: string;
  readonly balance: ReturnType<typeof camtSigned>;
}

export function camtBalance(fields: CamtFields, terms: CamtMoneyTerms): CamtBalance {
  return {
    code: fields.text('Tp/CdOrPrtry/Cd') ?? '',
    balance: camtSigned(camtMoney(fields, terms, 'Amt'), fields.text('CdtDbtInd')),
  };
}

export interface BalanceFault {
  readonly found: string;
  readonly expected: string;
}

/** The closing balance of the day before stands for an opening balance that is not given. */
export function balanceFault(balances: readonly CamtBalance[], moved: bigint): BalanceFault | null {
  const opening = only(balances, 'OPBD') ?? only(balances, 'PRCD');
  const closing = only(balances, 'CLBD');
  if (opening === null || closing === null) {
    const found = balances.map(({ code }) => code).join(' ');
    return { found, expected: 'one opening balance (OPBD or PRCD) and one closing balance (CLBD)' };
  }
  for (const { balance } of [opening, closing]) if (balance.kind === 'fault') return balance;
  if (opening.balance.kind === 'fault' || closing.balance.kind === 'fault') return null;
  const sum = opening.balance.money + moved;
  if (sum === closing.balance.money) return null;
  return {
    found: `${opening.balance.money} + ${moved} = ${sum}, not ${closing.balance.money} minor units`,
    expected: 'entries that lead from the opening to the closing balance',
  };
}

function only(balances: readonly CamtBalance[], code: string): CamtBalance | null {
  const found = balances.filter((balance) => balance.code === code);
  return found.length === 1 ? (found[0] ?? null) : null;
}
