/**
 * What the demo's utility ordered from its meter maker: houses with a supply of 20 A, emergency credit
 * to ask for and a warning in time; a bakery with three phases.
 */

import { accountUnits } from '@wattvend/meter/account-units.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { COMMERCIAL, RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { watts } from '@wattvend/quantities/energy.js';

const ACCOUNTING: MeterSettings['accounting'] = {
  ...RESIDENTIAL.accounting,
  emergency: {
    limit: accountUnits(2_000),
    threshold: accountUnits(1_000),
    needsConfirmation: true,
  },
};

/** One phase of 230 V and 20 A. */
export const HOUSE_SETTINGS: MeterSettings = {
  ...RESIDENTIAL,
  accounting: ACCOUNTING,
  supply: { ...RESIDENTIAL.supply, maximumPower: watts(4_600) },
};

/** Three phases of 40 A. */
export const BAKERY_SETTINGS: MeterSettings = {
  ...COMMERCIAL,
  accounting: ACCOUNTING,
  supply: { ...COMMERCIAL.supply, maximumPower: watts(27_600) },
};
