/** Ten codes on paper for whoever has lost the phone: each opens once, in place of the second factor. */
import { randomBytes } from 'node:crypto';
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { FactorKey, Owner } from './factor-key.ts';

const insertCodesStatement = loadStatement(
  new URL('../../sql/factor/insert-recovery-codes.sql', import.meta.url),
);
const deleteCodesStatement = loadStatement(
  new URL('../../sql/factor/delete-recovery-codes.sql', import.meta.url),
);
const takeCodeStatement = loadStatement(
  new URL('../../sql/factor/take-recovery-code.sql', import.meta.url),
);
const countCodesStatement = loadStatement(
  new URL('../../sql/factor/count-recovery-codes.sql', import.meta.url),
);

export const RECOVERY_CODES = 10;

// 32 characters that are not mistaken for each other: ten of them are 50 bits.
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 10;

function newCode(): string {
  const letters = [...randomBytes(CODE_LENGTH)].map((octet) => LETTERS[octet % LETTERS.length]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** Blanks, hyphens and capitals do not count. */
function normal(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, '');
}

/** Makes ten new codes in place of all before; they are seen this once. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  key: FactorKey,
  owner: Owner,
): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const hashes = codes.map((code) => key.hashCode(normal(code), owner));
  await removeRecoveryCodes(tx, owner);
  await tx.query(insertCodesStatement, [owner.utilityId, owner.userId, hashes]);
  return codes;
}

export async function removeRecoveryCodes(
  tx: Pick<Transaction, 'query'>,
  { utilityId, userId }: Owner,
): Promise<void> {
  await tx.query(deleteCodesStatement, [utilityId, userId]);
}

/** Takes a code, once. */
export async function takeRecoveryCode(
  tx: Pick<Transaction, 'query'>,
  key: FactorKey,
  o: { readonly owner: Owner; readonly code: string },
): Promise<boolean> {
  const { utilityId, userId } = o.owner;
  const values = [utilityId, userId, key.hashCode(normal(o.code), o.owner)];
  return (await tx.query(takeCodeStatement, values)).rowCount === 1;
}

export async function countRecoveryCodes(
  tx: Pick<Transaction, 'query'>,
  { utilityId, userId }: Owner,
): Promise<number> {
  const { rows } = await tx.query<{ readonly codes: bigint }>(countCodesStatement, [
    utilityId,
    userId,
  ]);
  return Number(rows[0]?.codes ?? 0n);
}
