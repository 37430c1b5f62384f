/**
 * An invented town: who lives where, how much they use, whom they buy from. All names, numbers and
 * addresses are made of a few lists by chance and belong to nobody.
 */
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { DEMO_KEY_REVISION_NUMBER, DEMO_SUPPLY_GROUPS, DEMO_TARIFF_INDEX } from '../street.ts';
import type { Chance } from './chance.ts';
import { BUSINESS, HOUSEHOLD, LIFELINE_ID } from './town-tariffs.ts';

export interface Household {
  readonly meterNumber: Drn;
  readonly customer: string;
  readonly phone: string;
  readonly address: string;
  readonly area: string;
  readonly isBusiness: boolean;
  readonly hasLifeline: boolean;
  /** Days after the beginning of the history. */
  readonly connectedOn: number;
  /** After which nothing is bought any more; null for most. */
  readonly leavesOn: number | null;
  /** What is used on an average day. */
  readonly dailyTenthKwh: number;
  /** For how many days a purchase is meant to last. */
  readonly rhythmDays: number;
  /** Of the town's vendors, by their place in the list, how gladly each is gone to. */
  readonly habits: readonly number[];
}

const AREAS = ['Riverside', 'Old Market', 'Hill View', 'Station Road', 'Acacia Park', 'Lake Side'];
const STREETS = ['Weaver', 'Heron', 'Kingfisher', 'Hornbill', 'Plover', 'Swallow', 'Ibis'];
const FIRST = ['Amina', 'Brian', 'Chipo', 'Daniel', 'Esther', 'Farai', 'Grace', 'Hassan', 'Imani'];
const MORE_FIRST = ['Joyce', 'Kofi', 'Leila', 'Musa', 'Naledi', 'Omar', 'Palesa', 'Ruth', 'Sipho'];
const LAST = ['Abara', 'Baloyi', 'Chanda', 'Dube', 'Ekwueme', 'Fofana', 'Gumede', 'Haule', 'Juma'];
const MORE_LAST = ['Kamau', 'Lungu', 'Moyo', 'Ndlovu', 'Okoye', 'Phiri', 'Sesay', 'Tembo', 'Zulu'];
const TRADES = ['Bakery', 'Barber', 'Butchery', 'Clinic', 'Hardware', 'Mill', 'Pharmacy', 'Salon'];

// Of a hundred places.
const BUSINESSES = 8;
const LIFELINES = 30;
const CONNECTED_FROM_THE_START = 65;
const LEAVING = 6;

const SERIAL_FIRST = 41_000_000;

export function inventTown(
  chance: Chance,
  o: { readonly meters: number; readonly days: number; readonly vendors: number },
): readonly Household[] {
  return Array.from({ length: o.meters }, (_, index) => invent(chance, index, o));
}

function invent(
  chance: Chance,
  index: number,
  { days, vendors }: { readonly days: number; readonly vendors: number },
): Household {
  const isBusiness = chance.percent(BUSINESSES);
  const last = chance.pick([...LAST, ...MORE_LAST]);
  const person = `${chance.pick([...FIRST, ...MORE_FIRST])} ${last}`;
  const connectedOn = chance.percent(CONNECTED_FROM_THE_START)
    ? 0
    : chance.whole(0, Math.floor(days * 0.9));
  const stays = !chance.percent(LEAVING) || connectedOn > days / 2;
  const near = chance.whole(0, vendors - 1);
  return {
    meterNumber: meterNumberAt(index),
    customer: isBusiness ? `${last} ${chance.pick(TRADES)}` : person,
    phone: `+000 556 ${String(index).padStart(6, '0')}`,
    address: `${chance.whole(1, 180)} ${chance.pick(STREETS)} Street`,
    area: chance.pick(AREAS),
    isBusiness,
    hasLifeline: !isBusiness && chance.percent(LIFELINES),
    connectedOn,
    leavesOn: stays ? null : chance.whole(Math.ceil(days / 2), days),
    // Most use little, a few use much.
    dailyTenthKwh: Math.round(20 + 180 * chance.fraction() ** 3) * (isBusiness ? 4 : 1),
    rhythmDays: chance.pick([2, 3, 4, 7, 7, 10, 14, 30]),
    habits: Array.from({ length: vendors }, (_unused, vendor) => (vendor === near ? 8 : 1)),
  };
}

function meterNumberAt(index: number): Drn {
  return makeDrn(index % 2 === 0 ? '96' : '9803', String(SERIAL_FIRST + index));
}

const COLUMNS = [
  ...['meter_number', 'supply_group_code', 'tariff_index', 'key_revision_number'],
  ...['encryption_algorithm', 'customer_name', 'customer_phone', 'address', 'area', 'tariff'],
  'entitlements',
];

/** The households as the file that a utility imports. */
export function townFile(households: readonly Household[]): string {
  const lines = households.map((household) => {
    const isLong = household.meterNumber.length > 11;
    return [
      household.meterNumber,
      isLong ? DEMO_SUPPLY_GROUPS['04'] : DEMO_SUPPLY_GROUPS['02'],
      DEMO_TARIFF_INDEX,
      DEMO_KEY_REVISION_NUMBER,
      isLong ? '11' : '07',
      household.customer,
      household.phone,
      household.address,
      household.area,
      household.isBusiness ? BUSINESS.name : HOUSEHOLD.name,
      household.hasLifeline ? LIFELINE_ID : '',
    ].join(',');
  });
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}
