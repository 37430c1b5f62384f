/**
 * The file of vending keys that a first start outside demo mode seals. It is read once; afterwards
 * it should be destroyed, since the keys are in the sealed file.
 *
 *     {
 *       "vending_keys": [
 *         {
 *           "supply_group_code": "123456",
 *           "key_revision_number": 1,
 *           "key_type": 2,
 *           "base_date": 2014,
 *           "key_expiry_number": 255,
 *           "dkga": "04",
 *           "vending_key": "40 hexadecimal digits; 16 for dkga 02"
 *         }
 *       ]
 *     }
 */
import { readFile } from 'node:fs/promises';
import type { VendingKeyEntry } from '@wattvend/security-module/sealed-file.js';
import { keyExpiryNumber, keyRevisionNumber, supplyGroupCode } from '@wattvend/sts/supply-group.js';
import { z } from 'zod';
import { StartFault } from './start-fault.ts';

const fileSchema = z.strictObject({
  vending_keys: z
    .array(
      z.strictObject({
        supply_group_code: z.string().regex(/^\d{6}$/),
        key_revision_number: z.int().min(1).max(9),
        key_type: z.literal(2),
        base_date: z.union([z.literal(1993), z.literal(2014), z.literal(2035)]),
        key_expiry_number: z.int().min(0).max(255),
        dkga: z.enum(['02', '04']),
        vending_key: z.string().regex(/^([0-9a-fA-F]{16}|[0-9a-fA-F]{40})$/),
      }),
    )
    .min(1),
});

/** Throws StartFault, which names the field and never the key. */
export async function readVendingKeys(path: string): Promise<readonly VendingKeyEntry[]> {
  const parsed = fileSchema.safeParse(await readJson(path));
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole file');
    throw new StartFault(
      `The vending keys in ${path} are not understood: check ${fields.join(', ')}.`,
    );
  }
  return parsed.data.vending_keys.map((key) => ({
    supplyGroupCode: supplyGroupCode(key.supply_group_code),
    keyRevisionNumber: keyRevisionNumber(key.key_revision_number),
    keyType: key.key_type,
    baseDate: key.base_date,
    keyExpiryNumber: keyExpiryNumber(key.key_expiry_number),
    dkga: key.dkga,
    vendingKey: Buffer.from(key.vending_key, 'hex'),
  }));
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    // Not passed on as a cause: the parser repeats what it read, which may be a key.
    const what = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new StartFault(`The file of vending keys ${path} ${what}.`);
  }
}
