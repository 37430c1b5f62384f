/**
 * The first start of a data folder: keys are sealed, then the utility is made. Until both are there
 * a note in the folder says so, and the next start begins again.
 */
import type { Database } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { VendingKeyEntry } from '@wattvend/security-module/sealed-file.js';
import { newPassword, type PasswordHasher } from '@wattvend/vending/password.js';
import { FOUNDER_ROLES } from '@wattvend/vending/roles.js';
import { recordVendingKey } from '@wattvend/vending/supply-group.js';
import { addUser } from '@wattvend/vending/users.js';
import type { Utility } from '@wattvend/vending/utility.js';
import { createDemoUtility } from '../demo/demo-utility.ts';
import { makeTestVendingKeys, manufactureStreet } from '../demo/factory.ts';
import { beginSettingUp, endSettingUp } from './data-folder.ts';
import { makeUtility, newId, type UtilityOrder } from './new-utility.ts';
import type { StartOptions } from './options.ts';
import type { Secrets } from './secrets.ts';
import { StartFault } from './start-fault.ts';
import { makeModule } from './start-module.ts';
import { readVendingKeys } from './vending-keys-file.ts';

export const OPERATOR_SIGN_IN_NAME = 'operator';

/** What the first start of a real utility must be told, by name of option. */
export interface FirstStart {
  readonly utility: UtilityOrder;
  readonly vendingKeys: string;
}

/** Refuses, with a list of what is missing, before anything is made. Null for the demo. */
export function firstStartOf(options: StartOptions): FirstStart | null {
  if (options.demo) return null;
  const { utilityName, currency, timeZone, vendingKeys } = options;
  if (utilityName === null || currency === null || timeZone === null || vendingKeys === null) {
    const wanted = [
      ['--utility-name', utilityName],
      ['--currency', currency],
      ['--time-zone', timeZone],
      ['--vending-keys', vendingKeys],
    ] as const;
    const missing = wanted.filter(([, value]) => value === null).map(([name]) => name);
    throw new StartFault(
      `This data folder is new. Its first start also needs ${missing.join(', ')}. ` +
        'Or try the demo: add --demo.',
    );
  }
  return {
    utility: {
      name: utilityName,
      currencyCode: currency,
      currencySymbol: options.currencySymbol ?? currency,
      decimalPlaces: options.decimalPlaces,
      timeZone,
      demo: false,
    },
    vendingKeys,
  };
}

/** Makes everything. Gives the operator's password, which is seen this once, or null in the demo. */
export async function setUp(o: {
  readonly folder: string;
  readonly first: FirstStart | null;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly hasher: PasswordHasher;
  readonly now: Instant;
}): Promise<string | null> {
  const { folder, first, secrets, database, now } = o;
  const vendingKeys =
    first === null ? makeTestVendingKeys() : await readVendingKeys(first.vendingKeys);
  await beginSettingUp(folder);
  try {
    if (first === null) await manufactureStreet(folder, vendingKeys, now);
    await makeModule(folder, secrets, vendingKeys);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StartFault(`The vending keys cannot be used: ${error.message}.`);
  } finally {
    for (const { vendingKey } of vendingKeys) vendingKey.fill(0);
  }
  let password: string | null = null;
  if (first === null) await createDemoUtility(database, vendingKeys, now);
  else password = await createRealUtility(o, first, vendingKeys);
  await endSettingUp(folder);
  return password;
}

async function createRealUtility(
  o: { readonly database: Database; readonly hasher: PasswordHasher; readonly now: Instant },
  first: FirstStart,
  vendingKeys: readonly VendingKeyEntry[],
): Promise<string> {
  const password = newPassword();
  const passwordHash = await o.hasher.hash(password);
  await o.database.transaction(async (tx) => {
    const { utilityId } = await makeUtility(tx, first.utility, o.now);
    for (const key of vendingKeys) await recordVendingKey(tx, utilityId, key);
    const user = {
      userId: newId<'user id'>(),
      signInName: OPERATOR_SIGN_IN_NAME,
      displayName: 'Operator',
      roles: FOUNDER_ROLES,
      roleRule: 'founder',
      vendorId: null,
      passwordHash,
    } as const;
    await addUser(tx, utilityId, user, o.now);
  });
  return password;
}

/** The utility this server serves. Refuses a mixture of demo and real. */
export function chooseUtility(utilities: readonly Utility[], demo: boolean): Utility {
  const [utility] = utilities;
  if (utility === undefined) throw new Error('a utility that was just made is not there');
  if (utility.demo === demo) return utility;
  throw new StartFault(
    utility.demo
      ? 'This data folder holds the demo. Start with --demo, or choose another folder with --data.'
      : `This data folder holds ${utility.name}, which is no demo. Start without --demo, or choose another folder with --data.`,
  );
}
