/**
 * The pages docs/reference/tokens.md and docs/reference/sts-refusals.md, written from the tables of
 * the package, so that a page and the code cannot say two things.
 */
import {
  ENCRYPTION_ALGORITHM_CODES,
  ENCRYPTION_ALGORITHMS,
} from '../src/decoder-key/encryption-algorithms.ts';
import { KEY_GENERATION_ALGORITHMS } from '../src/decoder-key/key-generation-algorithms.ts';
import { formatAmount } from '../src/explain/carried-amount.ts';
import { formatTokenIdentifier } from '../src/explain/civil-time.ts';
import { isSecretMember } from '../src/explain/field-reading.ts';
import { STS_REFUSALS } from '../src/refusal.ts';
import { KEY_TYPE_CHANGES, KEY_TYPES } from '../src/supply-group/key-type.ts';
import type { KeyType } from '../src/supply-group/supply-group.ts';
import { placedFields } from '../src/token/codec.ts';
import {
  type FieldKind,
  TOKEN_ROWS,
  type TokenLayout,
  type TokenRow,
} from '../src/token/layouts.ts';
import { CREDIT_REGISTERS } from '../src/token/management.ts';
import { METER_TESTS } from '../src/token/test-display.ts';
import { decodeTransferAmount } from '../src/token/transfer-amount.ts';
import { decodeTransferCurrency } from '../src/token/transfer-currency.ts';
import {
  TOKEN_CARRIER_TYPE_CODES,
  TOKEN_CARRIER_TYPES,
} from '../src/token-carrier/token-carrier-types.ts';
import { BASE_DATE_YEARS, BASE_DATES } from '../src/token-identifier/base-date.ts';
import { TOKEN_IDENTIFIER_MAX, tokenIdentifier } from '../src/token-identifier/token-identifier.ts';

/** How the pages are written anew; each says so itself. */
const COMMAND = 'npm test -- --project pure packages/sts/test/reference.node.test.ts --update';
const SOURCE = `Written from the tables in \`packages/sts/src\` by \`${COMMAND}\`; a test compares.`;

const CLASSES = [
  'Class 0: credit (encrypted)',
  'Class 1: test and display (in clear)',
  'Class 2: management (encrypted)',
  'Class 3: reserved',
] as const;

const UNITS: Readonly<Record<FieldKind, string>> = {
  number: 'whole number',
  tokenIdentifier: 'minutes since the base date',
  energy: '0.1 kWh, amount code',
  volume: '0.1 m³, amount code',
  span: '0.1 minute, amount code',
  power: '1 W, amount code',
  currency: '0.00001 of the base currency, currency code',
  padding: 'zero',
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    // A rule has three dashes at least.
    Math.max(3, title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** docs/reference/tokens.md. */
export function tokensPage(): string {
  return `${[
    '# Tokens',
    `Every token of IEC 62055-41 with its bits, and what is known of it. ${SOURCE} The facts are told in our own words; clause numbers follow the contents of the second and third editions and should be checked against the edition you own.`,
    CONFIDENCE,
    FRAME,
    '## All tokens',
    overview(),
    ...CLASSES.flatMap((title, tokenClass) => [`## ${title}`, ...classSections(tokenClass)]),
    '## Amounts',
    amounts(),
    '## Currency',
    currency(),
    CHECKSUMS,
    '## Times',
    times(),
    '## Tests and displays',
    'Bit n − 1 of Control asks for test n, its least significant bit for test 1; test 0 sets every bit. Several bits may be set, and what a meter does then is agreed between buyer and maker. Every meter has test 0; most others are optional. Numbers above 18 are reserved, and then the maker’s own.',
    table(
      ['Test', 'Shows or does', 'Confidence'],
      METER_TESTS.map(({ confidence, number, purpose }) => [String(number), purpose, confidence]),
    ),
    '## Credit registers',
    'What Register of a ClearCredit token names. A meter answers RangeError to any other number.',
    table(
      ['Register', 'Name', 'Confidence'],
      CREDIT_REGISTERS.map(({ confidence, name, register }) => [
        register === 0xffff ? 'FFFF hex' : String(register),
        name,
        confidence,
      ]),
    ),
    ...algorithms(),
    '## Not established in public',
    NOT_ESTABLISHED,
  ].join('\n\n')}\n`;
}

const CONFIDENCE = `Confidence is **high** where two independent sources agree, or the standard's text and a program that reproduces it; **medium** where one good source is consistent with all else; **low** where there is one weak source. [Decision 0006](../decisions/0006-where-the-facts-are-silent.md) says what was taken in the doubtful cases, and [the refusals](sts-refusals.md) what is never made.`;

const FRAME = `## The frame

A token has 66 bits. Bit 0 is the least significant.

\`\`\`
 65 64 63      60 59                                        16 15             0
+-----+----------+--------------------------------------------+---------------+
|Class| SubClass |  44 bits of fields                         |      CRC      |
+-----+----------+--------------------------------------------+---------------+
\`\`\`

The 64 bits from SubClass to CRC are encrypted under the decoder key in classes 0 and 2. Then the class is put in, so that a meter sees it before it decrypts: bits 28 and 27 of the encrypted block move to 65 and 64, and the class takes their place.

\`\`\`
number = (D bits 28, 27) × 2^64 + (D with the class in bits 28, 27)
\`\`\`

The number is written as 20 decimal digits with leading zeros. 73786976294838206463 is the greatest; numbers above it are no STS tokens (IEC 62055-42 uses that range).`;

function overview(): string {
  return table(
    ['Class', 'Subclass', 'Token', 'Clause', 'Since', 'Confidence'],
    TOKEN_ROWS.map((row) => [
      String(row.tokenClass),
      subclassesOf(row),
      titleOf(row),
      row.clause,
      'since' in row ? `Ed.${row.since}` : '',
      'confidence' in row ? row.confidence : '',
    ]),
  );
}

function subclassesOf(row: TokenRow): string {
  return 'subclass' in row ? String(row.subclass) : `${row.firstSubclass} to ${row.lastSubclass}`;
}

function titleOf(row: TokenRow): string {
  if (!('name' in row)) return row.status;
  if (row.status === 'layout-not-established') return `${row.name} (bits not established)`;
  return row.keyBits === undefined ? row.name : `${row.name} (keys of ${row.keyBits} bits)`;
}

function classSections(tokenClass: number): readonly string[] {
  return TOKEN_ROWS.filter((row) => row.tokenClass === tokenClass).flatMap((row) => [
    `### ${tokenClass}/${subclassesOf(row)} ${titleOf(row)}`,
    ...rowSections(row),
  ]);
}

function rowSections(row: TokenRow): readonly string[] {
  switch (row.status) {
    case 'reserved':
      return [
        `Kept by the standard for later (${row.clause}). It is refused when made (\`no-such-token\`); a meter answers FunctionError.`,
      ];
    case 'proprietary':
      return [
        `Left to makers of meters (${row.clause}). It is refused when made (\`no-such-token\`), and named as proprietary when read.`,
      ];
    case 'layout-not-established':
      return [
        `${row.purpose} Clause ${row.clause}, since edition ${row.since}, confidence ${row.confidence}. It is refused when made (\`no-such-token\`), and named when read.`,
      ];
    case 'defined':
      return [
        `${row.purpose} Clause ${row.clause}, since edition ${row.since}, confidence ${row.confidence}.`,
        drawing(row),
        table(['Bits', 'Field', 'Width', 'Member', 'Holds'], fieldRows(row)),
      ];
  }
}

// One cell for each field, as wide as its name and its bits need.
function drawing(row: TokenLayout): string {
  const cells = piecesOf(row).map(({ abbreviation, highest, lowest }) => {
    const bits = highest === lowest ? String(highest) : `${highest}-${lowest}`;
    const width = Math.max(abbreviation.length, bits.length);
    return { bits: bits.padEnd(width), name: abbreviation.padEnd(width), width };
  });
  return [
    '```',
    ` ${cells.map(({ bits }) => ` ${bits} `).join(' ')}`.trimEnd(),
    `|${cells.map(({ name }) => ` ${name} `).join('|')}|`,
    '```',
  ].join('\n');
}

interface Piece {
  readonly abbreviation: string;
  readonly highest: number;
  readonly lowest: number;
  readonly member: string;
  readonly holds: string;
}

function piecesOf(row: TokenLayout): readonly Piece[] {
  return [
    piece('Class', 65, 64, '', `${row.tokenClass}`),
    piece('SubClass', 63, 60, '', `${row.subclass}`),
    ...placedFields(row).map(({ abbreviation, holds, lowestBit, name, width }) =>
      piece(
        abbreviation,
        lowestBit + width - 1,
        lowestBit,
        `\`${name}\``,
        isSecretMember(name) ? 'part of the new key, secret' : UNITS[holds],
      ),
    ),
    piece(row.checksum, 15, 0, '', 'checksum'),
  ];
}

function piece(
  abbreviation: string,
  highest: number,
  lowest: number,
  member: string,
  holds: string,
): Piece {
  return { abbreviation, highest, lowest, member, holds };
}

function fieldRows(row: TokenLayout): readonly (readonly string[])[] {
  return piecesOf(row).map(({ abbreviation, highest, holds, lowest, member }) => [
    highest === lowest ? String(highest) : `${highest} to ${lowest}`,
    abbreviation,
    String(highest - lowest + 1),
    member,
    holds,
  ]);
}

function amounts(): string {
  const rows = [0, 1, 2, 3].map((exponent) => {
    const first = exponent << 14;
    const step = decodeTransferAmount(first + 1) - decodeTransferAmount(first);
    const last = decodeTransferAmount(first + 0x3fff);
    return [
      String(exponent),
      String(decodeTransferAmount(first)),
      String(last),
      String(step),
      formatAmount('energy', last),
    ];
  });
  return `${table(['Exponent', 'First value', 'Last value', 'Step', 'Last, as energy'], rows)}

Bits 15 and 14 of the code are the exponent, 13 to 0 the mantissa; the value is the first value of the range and as many steps as the mantissa says. Every code has one value and every value at most one code (confidence high). An amount that has none is **rounded up** to the next that has: nobody gets less than was paid for. Above the last value: refused (\`amount-above-code\`).`;
}

function currency(): string {
  const rows = [0, 1, 2, 31].map((exponent) => {
    const first = exponent << 14;
    const start = decodeTransferCurrency(first);
    return [
      String(exponent),
      String(start),
      String(decodeTransferCurrency(first + 0x3fff)),
      String(decodeTransferCurrency(first + 1) - start),
    ];
  });
  return `Currency tokens carry 20 bits in two fields: in S&E the sign (bit 59, 1 is negative) and the three high bits of the exponent, in Amount its two low bits and the 14 of the mantissa. The unit is a hundred-thousandth of the base currency. They have no random number. Confidence medium.

${table(['Exponent', 'First size', 'Last size', 'Step'], rows)}

Rounding is in favour of the customer: a credit up, the size of a debit down. Zero is positive; a negative zero is read as zero and never made.`;
}

const CHECKSUMS = `## Checksums

CRC is a CRC-16 with the generator x^16 + x^15 + x^2 + 1, bit-reflected (A001 hex), beginning with FFFF hex and not inverted at the end, over seven octets: six zero bits, Class, SubClass, the 44 bits. The low octet of the register comes first in the field. Confidence high.

CRC_C of currency tokens takes one more octet, 01 hex, after the seven, so that a meter that knows only CRC refuses a currency token. That there is a CRC_C for them is established; the octet is known from one source. Confidence medium.`;

function times(): string {
  const last = tokenIdentifier(TOKEN_IDENTIFIER_MAX);
  const rows = BASE_DATE_YEARS.map((year) => [
    `${year}-01-01`,
    BASE_DATES[year].code,
    formatTokenIdentifier(last, year),
  ]);
  return `TID counts whole minutes, UTC, from 00:00 of the base date of the key. Nothing ever wraps: a time outside the range is refused (\`before-base-date\`, \`after-base-date-range\`). 00:01 of each day is the reserved minute, of special tokens only.

${table(['Base date', 'In DKGA04', 'Last minute'], rows)}`;
}

function algorithms(): readonly string[] {
  return [
    '## Encryption algorithms',
    table(
      ['EA', 'Name', 'Key bits', 'IEC 62055-41', 'Confidence', 'Note'],
      ENCRYPTION_ALGORITHM_CODES.map((code) => {
        const { confidence, editions, keyBits, name, note, standard } = ENCRYPTION_ALGORITHMS[code];
        const where = standard ? `Ed.${editions.join(', ')}` : '**no**';
        return [code, name, String(keyBits), where, confidence, note];
      }),
    ),
    '## Key generation algorithms',
    table(
      ['DKGA', 'Name', 'Vending key', 'For EA', 'Editions', 'Confidence', 'Note'],
      (['01', '02', '03', '04'] as const).map((code) => {
        const row = KEY_GENERATION_ALGORITHMS[code];
        return [
          code,
          row.name,
          `${row.vendingKeyOctets} octets`,
          row.encryptionAlgorithms.join(', '),
          row.editions.join(', '),
          row.confidence,
          row.note,
        ];
      }),
    ),
    '## Key types',
    table(
      ['KT', 'Short', 'Name', 'From', 'Takes credit', 'Changes to', 'Confidence', 'Note'],
      ([0, 1, 2, 3] as const).map(keyTypeRow),
    ),
    '## Token carrier types',
    table(
      ['TCT', 'Name', 'Status', 'Confidence', 'Note'],
      TOKEN_CARRIER_TYPE_CODES.map((code) => {
        const { confidence, name, note, status } = TOKEN_CARRIER_TYPES[code];
        return [code, name, status, confidence, note];
      }),
    ),
  ];
}

const TAKES_CREDIT = new Map<boolean | 'may', string>([
  [true, 'yes'],
  [false, 'no'],
  ['may', 'may'],
]);

function keyTypeRow(type: KeyType): readonly string[] {
  const { abbreviation, confidence, name, note, takesCreditTokens, vendingKey } = KEY_TYPES[type];
  const changes = KEY_TYPE_CHANGES[type];
  return [
    String(type),
    abbreviation,
    name,
    vendingKey ?? 'not derived',
    TAKES_CREDIT.get(takesCreditTokens) ?? '',
    `${changes.to.map((to) => KEY_TYPES[to].abbreviation).join(', ')} (${changes.confidence})`,
    confidence,
    note,
  ];
}

const NOT_ESTABLISHED = `- The layouts of the extended tokens, 1/2 and 2/10.
- What the numbers of SetTariffRate and SetWaterMeterFactor mean.
- Which MeterPAN DKGA04 takes for a common key (DCTK).
- A second source for DKGA03, for the direction of the DES step of DKGA01, for the octet of CRC_C and for the third token of a set for keys of 64 bits.
- The names of a meter's answers to the third and fourth section, and the time after which it forgets sections.
- Record2, how a token stands on a magnetic or an IC card, and in which octets a virtual carrier wants it.
- What a meter does when several tests are asked for at once.`;

/** docs/reference/sts-refusals.md. */
export function refusalsPage(): string {
  const sections = Object.entries(STS_REFUSALS).map(
    ([name, sentence]) => `## ${name}\n\n${sentence}`,
  );
  return `${[
    '# Refusals of the library',
    `What \`@wattvend/sts\` refuses, by name. An encoder throws \`StsRefusalError\` with the name in \`refusal\`; a parser returns \`{ kind: 'fault', fault }\` with the same name, and what was found beside it. Programs go by the name; the sentence is for people. No refusal repeats a key. ${SOURCE}`,
    'The refusals of the HTTP API are [another list](refusals.md).',
    ...sections,
  ].join('\n\n')}\n`;
}
