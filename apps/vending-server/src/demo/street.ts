/**
 * The street of the demo: twelve meters of three kinds and the people behind them. All of it is
 * invented; manufacturer codes and supply groups are examples and belong to nobody we know.
 */
import type {
  VendingDkga,
  VendingEncryptionAlgorithm,
} from '@wattvend/security-module/security-module.js';

export interface DemoHouse {
  /** Two digits make a number of 11 digits, four one of 13. */
  readonly manufacturerCode: string;
  readonly serialNumber: string;
  readonly address: string;
  readonly customer: string;
  readonly phone: string | null;
  readonly encryptionAlgorithm: VendingEncryptionAlgorithm;
  readonly dkga: VendingDkga;
  /** What the house uses when everything is on. */
  readonly loadWatts: number;
  readonly phases: 1 | 3;
}

export const DEMO_SUPPLY_GROUPS: Readonly<Record<VendingDkga, string>> = {
  '02': '990002',
  '04': '990004',
};

export const DEMO_TARIFF_INDEX = '01';
export const DEMO_KEY_REVISION_NUMBER = 1;
export const DEMO_BASE_DATE = 2014;
/** Never passes. */
export const DEMO_KEY_EXPIRY_NUMBER = 255;

type Row = readonly [
  manufacturerCode: string,
  serialNumber: string,
  address: string,
  customer: string,
  phone: string | null,
  encryptionAlgorithm: VendingEncryptionAlgorithm,
  dkga: VendingDkga,
  loadWatts: number,
  phases?: 3,
];

const ROWS: readonly Row[] = [
  ['98', '10000101', '1 Sunbird Lane', 'Amara Diallo', '+000 555 0101', '07', '02', 1200],
  ['98', '10000118', '2 Sunbird Lane', 'Joseph Mwale', '+000 555 0102', '07', '02', 800],
  ['98', '10000125', '3 Sunbird Lane', 'Lindiwe Khumalo', '+000 555 0103', '07', '02', 2400],
  ['98', '10000132', '4 Sunbird Lane', 'Rafael Santos', null, '07', '02', 600],
  ['9801', '20000207', '5 Sunbird Lane', 'Fatima Yusuf', '+000 555 0105', '07', '04', 1500],
  ['9801', '20000214', '6 Sunbird Lane', 'Grace Otieno', '+000 555 0106', '07', '04', 950],
  ['9801', '20000221', '7 Sunbird Lane', 'Peter Banda', '+000 555 0107', '07', '04', 3000],
  ['97', '10000238', '8 Sunbird Lane', 'Priya Naidoo', null, '07', '04', 1100],
  ['9802', '30000303', '9 Sunbird Lane', 'Samuel Boateng', '+000 555 0109', '11', '04', 1800],
  ['9802', '30000310', '10 Sunbird Lane', 'Mei Tanaka', '+000 555 0110', '11', '04', 700],
  ['97', '10000327', '11 Sunbird Lane', 'Thandi Mokoena', '+000 555 0111', '11', '04', 2000],
  ['9802', '30000334', '12 Sunbird Lane', 'Corner Bakery', '+000 555 0112', '11', '04', 5200, 3],
];

export const DEMO_STREET: readonly DemoHouse[] = ROWS.map((row) => {
  const [manufacturerCode, serialNumber, address, customer, phone] = row;
  const [, , , , , encryptionAlgorithm, dkga, loadWatts, phases = 1] = row;
  return {
    manufacturerCode,
    serialNumber,
    address,
    customer,
    phone,
    encryptionAlgorithm,
    dkga,
    loadWatts,
    phases,
  };
});
