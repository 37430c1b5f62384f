/** What may be wrong with a line of a file, and what to do about it: one list, in order. */

export const IMPORT_FAULTS = {
  quotes_broken: 'The quotes do not pair up; nothing from here on can be read. Mend this line.',
  column_unknown: 'There is no such column. Check its name, or take it out.',
  column_twice: 'This column is there twice. Take one of them out.',
  column_missing: 'This column must be there. Add it.',
  cell_count: 'The line has more or fewer cells than the first line. Check its separators.',
  cell_empty: 'This cell must not be empty.',
  too_long: 'The text is too long. Shorten it.',
  not_plain_text: 'The text has characters that do not belong there. Type it anew.',
  not_a_whole_number: 'This must be a whole number, without separators.',
  out_of_range: 'The number is outside what is possible here.',
  not_degrees: 'This must be degrees with at most six decimals, such as -1.286389.',
  position_incomplete: 'Latitude and longitude go together. Fill in both or neither.',
  not_one_of: 'This is none of the values that are possible here.',
  not_a_uuid: 'This must be a UUID, or empty.',
  not_components: 'These must be ids of components of the tariff, separated by blanks.',
  not_a_language: 'This must be a language tag such as sw, or empty.',
  written_as_float:
    'A spreadsheet has turned the number into 1.2E+10. Format the column as text and fill it anew.',
  leading_zero_lost:
    'A digit is missing, perhaps a leading zero that a spreadsheet took away. Format the column as text and fill it anew.',
  meter_number_invalid:
    'The number of digits or the check digit is wrong. Compare it with the meter.',
  twice_in_file: 'An earlier line has this too. Keep one of the two.',
  customer_twice: 'An earlier line says other things of the same customer. Make them equal.',
  tariff_not_found: 'There is no tariff of this name or id in effect.',
  tariff_name_ambiguous: 'Several tariffs have this name. Use the id of the tariff.',
  vending_key_not_found:
    'There is no vending key of this supply group and revision for this encryption algorithm.',
  customer_exists: 'A customer with this id is there already, with other details.',
  meter_exists: 'This meter is there already, with other content than this line.',
  account_number_exists: 'Another agreement has this account number already.',
  service_point_code_exists: 'Another place has this code already.',
} as const;

export type ImportFaultCode = keyof typeof IMPORT_FAULTS;

export interface ImportFault {
  readonly line: number;
  readonly column: string | null;
  /** What stands there, shortened. */
  readonly value: string;
  readonly fault: ImportFaultCode;
}

const VALUE_LENGTH_MAX = 40;

export function importFault(
  line: number,
  fault: ImportFaultCode,
  column: string | null = null,
  value = '',
): ImportFault {
  const characters = [...value];
  const isLong = characters.length > VALUE_LENGTH_MAX;
  const short = isLong ? `${characters.slice(0, VALUE_LENGTH_MAX - 1).join('')}…` : value;
  return { line, column, value: short, fault };
}
