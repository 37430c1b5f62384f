/** The columns of the files that are imported and exported: one table for each kind, in order. */

export const FILE_KINDS = ['customers_and_meters', 'meters'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

export interface Column {
  readonly isRequired: boolean;
  /** Other names that people give it, without blanks and underscores. */
  readonly aliases: readonly string[];
}

const YES = true;
const NO = false;

function column(isRequired: boolean, ...aliases: readonly string[]): Column {
  return { isRequired, aliases };
}

export type MeterColumn =
  | 'meter_number'
  | 'supply_group_code'
  | 'tariff_index'
  | 'key_revision_number'
  | 'encryption_algorithm'
  | 'meter_model'
  | 'meter_phases'
  | 'payment_mode';

export type SupplyColumn =
  | MeterColumn
  | 'status'
  | 'customer_name'
  | 'customer_phone'
  | 'customer_language'
  | 'customer_notes'
  | 'customer_id'
  | 'account_number'
  | 'service_point_code'
  | 'address'
  | 'area'
  | 'phases'
  | 'supply_limit_w'
  | 'latitude'
  | 'longitude'
  | 'tariff'
  | 'exemptions'
  | 'entitlements';

const KEY_COLUMNS = {
  supply_group_code: column(YES, 'sgc'),
  tariff_index: column(YES, 'ti'),
  key_revision_number: column(YES, 'krn'),
  encryption_algorithm: column(YES, 'ea'),
  meter_model: column(NO, 'model'),
  meter_phases: column(NO),
  payment_mode: column(NO),
} as const;

export const METER_COLUMNS: Readonly<Record<MeterColumn, Column>> = {
  meter_number: column(YES, 'meter', 'drn', 'meterno'),
  ...KEY_COLUMNS,
};

export const SUPPLY_COLUMNS: Readonly<Record<SupplyColumn, Column>> = {
  meter_number: column(YES, 'meter', 'drn', 'meterno'),
  status: column(NO),
  customer_name: column(NO, 'name', 'customer'),
  customer_phone: column(NO, 'phone', 'telephone', 'mobile'),
  customer_language: column(NO, 'language'),
  customer_notes: column(NO, 'notes'),
  customer_id: column(NO),
  account_number: column(NO, 'account', 'accountno'),
  service_point_code: column(NO, 'servicepoint', 'code'),
  address: column(YES),
  area: column(NO, 'zone', 'village', 'feeder'),
  phases: column(NO),
  supply_limit_w: column(NO),
  latitude: column(NO, 'lat'),
  longitude: column(NO, 'lon', 'long', 'lng'),
  tariff: column(YES, 'tariffname', 'tariffid'),
  exemptions: column(NO),
  entitlements: column(NO),
  ...KEY_COLUMNS,
};

export const COLUMNS: Readonly<Record<FileKind, Readonly<Record<string, Column>>>> = {
  customers_and_meters: SUPPLY_COLUMNS,
  meters: METER_COLUMNS,
};

/** How names of columns are compared: case, blanks, underscores and hyphens do not matter. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** The column that a heading means, or null. */
export function columnNamed(kind: FileKind, heading: string): string | null {
  const plain = plainName(heading);
  for (const [name, { aliases }] of Object.entries(COLUMNS[kind])) {
    if (plainName(name) === plain || aliases.includes(plain)) return name;
  }
  return null;
}
