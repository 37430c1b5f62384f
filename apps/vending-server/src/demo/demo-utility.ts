/** The utility of the demo: invented, complete, and made once. */
import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';
import { addCustomer } from '@wattvend/vending/customers.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { enrolMeter } from '@wattvend/vending/meters.js';
import { ROLES, SECOND_PERSON_ROLES } from '@wattvend/vending/roles.js';
import { recordVendingKey, type VendingKeyAttributes } from '@wattvend/vending/supply-group.js';
import { addTariffVersion } from '@wattvend/vending/tariffs.js';
import { addUser, findUser, listUsers, type User } from '@wattvend/vending/users.js';
import type { Utility } from '@wattvend/vending/utility.js';
import { addVendor } from '@wattvend/vending/vendors.js';
import { makeUtility, newId } from '../start/new-utility.ts';
import {
  DEMO_KEY_REVISION_NUMBER,
  DEMO_STREET,
  DEMO_SUPPLY_GROUPS,
  DEMO_TARIFF_INDEX,
} from './street.ts';

export const DEMO_SIGN_IN_NAME = 'demo';
export const DEMO_CHECKER_SIGN_IN_NAME = 'demo-checker';

// 50 000.00 in the demo's currency.
const FLOAT_MINOR = 5_000_000n;
// 2.50 a kWh before tax.
const PRICE_E4_MINOR = 2_500_000n;
const VAT_BASIS_POINTS = 1500;

/** Makes the demo utility, all of it or nothing, and fills its vendor's float. */
export async function createDemoUtility(
  database: Database,
  vendingKeys: readonly VendingKeyAttributes[],
  now: Instant,
): Promise<void> {
  const vendorId = newId<'vendor id'>();
  const utility = await database.transaction(async (tx) => {
    const made = await makeUtility(
      tx,
      {
        name: 'Sunbird Power (demo)',
        currencyCode: 'ZAR',
        currencySymbol: 'R',
        decimalPlaces: 2,
        timeZone: 'Africa/Johannesburg',
        demo: true,
      },
      now,
    );
    for (const key of vendingKeys) await recordVendingKey(tx, made.utilityId, key);
    const name = 'Kiosk at the corner';
    const floatAccountId = newId<'account id'>();
    await addVendor(tx, made, { vendorId, name, floatAccountId }, now);
    await addUser(tx, made.utilityId, demoUser(vendorId), now);
    await addUser(tx, made.utilityId, demoChecker(), now);
    await addStreet(tx, made, now);
    return made;
  });
  await depositFloat(
    database,
    utility,
    {
      depositId: randomUUID(),
      vendorId,
      money: minorUnits(FLOAT_MINOR),
      reference: 'Opening deposit of the demo',
      depositedBy: DEMO_SIGN_IN_NAME,
    },
    now,
  );
}

/** Signs in by the demo's link only: a password that everybody knows would be a default password. */
function demoUser(vendorId: ReturnType<typeof newId<'vendor id'>>): Parameters<typeof addUser>[2] {
  return {
    userId: newId<'user id'>(),
    signInName: DEMO_SIGN_IN_NAME,
    displayName: 'Demo user',
    roles: ROLES,
    roleRule: 'demo',
    vendorId,
    passwordHash: null,
  };
}

/** The demo's second person, made when a demo of an earlier release has none; null when disabled. */
export async function findDemoChecker(
  database: Database,
  utilityId: UtilityId,
  now: Instant,
): Promise<User | null> {
  const users = await listUsers(database, utilityId);
  const known = users.find(({ user }) => user.signInName === DEMO_CHECKER_SIGN_IN_NAME);
  if (known !== undefined) return known.disabled ? null : known.user;
  await addUser(database, utilityId, demoChecker(), now);
  const made = await findUser(database, utilityId, { signInName: DEMO_CHECKER_SIGN_IN_NAME });
  return made?.user ?? null;
}

/** Approves what the demo's first user orders; signs in by the same link. */
function demoChecker(): Parameters<typeof addUser>[2] {
  return {
    userId: newId<'user id'>(),
    signInName: DEMO_CHECKER_SIGN_IN_NAME,
    displayName: 'Demo checker',
    roles: [...SECOND_PERSON_ROLES, 'auditor'],
    roleRule: 'demo',
    vendorId: null,
    passwordHash: null,
  };
}

async function addStreet(tx: Transaction, utility: Utility, now: Instant): Promise<void> {
  const { utilityId } = utility;
  const tariffId = randomUUID();
  await addTariffVersion(tx, utilityId, {
    tariffId,
    version: 1,
    name: 'Household',
    tariff: flatTariff({
      price: priceE4Minor(PRICE_E4_MINOR),
      vat: basisPoints(VAT_BASIS_POINTS),
    }),
    effectiveFrom: now,
  });
  for (const house of DEMO_STREET) {
    const customerId = newId<'customer id'>();
    const { customer: name, phone } = house;
    await addCustomer(tx, utilityId, { customerId, name, phone });
    const meter = {
      meterId: newId<'meter id'>(),
      meterNumber: makeDrn(house.manufacturerCode, house.serialNumber),
      address: house.address,
      customerId,
      tariffId,
      supplyGroupCode: supplyGroupCode(DEMO_SUPPLY_GROUPS[house.dkga]),
      tariffIndex: tariffIndex(DEMO_TARIFF_INDEX),
      keyRevisionNumber: keyRevisionNumber(DEMO_KEY_REVISION_NUMBER),
      encryptionAlgorithm: house.encryptionAlgorithm,
    };
    await enrolMeter(tx, utilityId, meter, { at: now, by: DEMO_SIGN_IN_NAME });
  }
}
