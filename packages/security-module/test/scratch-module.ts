/**
 * A security module for tests: a folder of its own, invented keys, a clock that stands where it is
 * put. All keys are made from the words below by SHA-256; no real meter or supply group has them.
 */
import {
  createCipheriv,
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import { type Instant, instant, tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import {
  drnFromMeterPan,
  type MeterPan,
  makeDrn,
  meterPanFromDrn,
} from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { tokenIdentifier, tokenIdentifierAt } from '@wattvend/sts/token-identifier.js';
import { authorise, canonicalIssueBatch } from '../src/authorisation.ts';
import { canonicalIssueRequest } from '../src/canonical-request.ts';
import { ed25519PrivateKey } from '../src/ed25519.ts';
import { type Journal, openJournal } from '../src/journal.ts';
import { type JournalFile, openJournalFile } from '../src/journal-file.ts';
import { type BatchAnswer, IssuingModule } from '../src/module.ts';
import {
  createSealedFile,
  type IssuePolicy,
  openSealedFile,
  type UnsealSecret,
} from '../src/sealed-file.ts';
import {
  CREDIT_SERVICES,
  type CreditService,
  type IssueAnswer,
  type IssueOrder,
  type IssueRequest,
  type TokenContent,
} from '../src/security-module.ts';
import { unsealOctets } from '../src/unseal-secret.ts';
import type { VendingKeyEntry } from '../src/vending-keys.ts';

function invented(words: string, octets: number): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(words).digest().subarray(0, octets));
}

/** An Ed25519 key that anybody can make again. */
export function ed25519KeyOfWords(words: string): KeyObject {
  return ed25519PrivateKey(invented(words, 32));
}

function withOddParity(key: Uint8Array): Uint8Array {
  return key.map((octet) => {
    const ones = (octet >> 1).toString(2).replaceAll('0', '').length;
    return (octet & 0xfe) | (ones % 2 === 0 ? 1 : 0);
  });
}

const UNIQUE = { keyType: 2, baseDate: 2014, keyExpiryNumber: keyExpiryNumber(255) } as const;

/** Group 999902 uses DKGA02, group 999904 DKGA04; revision 2 of it expires in 2026-08. */
export const INVENTED_VENDING_KEYS: readonly VendingKeyEntry[] = [
  {
    ...UNIQUE,
    supplyGroupCode: supplyGroupCode('999902'),
    keyRevisionNumber: keyRevisionNumber(1),
    dkga: '02',
    vendingKey: withOddParity(invented('wattvend test, single DES', 8)),
  },
  {
    ...UNIQUE,
    supplyGroupCode: supplyGroupCode('999904'),
    keyRevisionNumber: keyRevisionNumber(1),
    dkga: '04',
    vendingKey: invented('wattvend test, 160 bits', 20),
  },
  {
    ...UNIQUE,
    supplyGroupCode: supplyGroupCode('999904'),
    keyRevisionNumber: keyRevisionNumber(2),
    keyExpiryNumber: keyExpiryNumber(101),
    dkga: '04',
    vendingKey: invented('wattvend test, 160 bits, expired', 20),
  },
  {
    ...UNIQUE,
    keyType: 1,
    supplyGroupCode: supplyGroupCode('999904'),
    keyRevisionNumber: keyRevisionNumber(1),
    dkga: '04',
    vendingKey: invented('wattvend test, 160 bits, default', 20),
  },
];

/** 2026-11-22T10:00Z, when machines in these tests are asked unless they say otherwise. */
export const NOON: Instant = instant(Date.UTC(2026, 10, 22, 10));

export const UNSEAL_KEY: UnsealSecret = { kind: 'key', key: invented('unseal key of tests', 32) };

export interface ScratchModule {
  readonly folder: string;
  readonly sealedPath: string;
  readonly journalPath: string;
  /** Short, and in a folder of its own. */
  readonly socketPath: string;
  readonly signingKey: KeyObject;
  remove(): void;
}

/**
 * A new module in a new folder, sealed with a key unless told, because scrypt is slow on purpose.
 */
export async function makeScratchModule(
  unseal: UnsealSecret = UNSEAL_KEY,
  policy: IssuePolicy | null = null,
): Promise<ScratchModule> {
  const folder = mkdtempSync(join(tmpdir(), 'wvsm-'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await createSealedFile({
    path: join(folder, 'sealed.json'),
    unseal,
    moduleId: 'test-module',
    authorisedSigner: publicKey,
    vendingKeys: INVENTED_VENDING_KEYS,
    random: randomBytes,
    ...(policy === null ? {} : { policy }),
  });
  return {
    folder,
    sealedPath: join(folder, 'sealed.json'),
    journalPath: join(folder, 'journal'),
    socketPath: join(folder, 'socket', 'module.sock'),
    signingKey: privateKey,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface OpenedMachine {
  readonly machine: IssuingModule;
  readonly journal: Journal;
  readonly failures: string[];
  /** Signs and asks; `now` is the module's and the signer's. */
  issue(requests: readonly IssueRequest[]): Promise<BatchAnswer<readonly IssueAnswer[]>>;
  /** The same for a batch that must be answered. */
  answers(requests: readonly IssueRequest[]): Promise<readonly IssueAnswer[]>;
  setClock(now: Instant): void;
  close(): Promise<void>;
}

/** The machine without its process, on the real files or on one that fails as told. */
export async function openMachine(
  scratch: ScratchModule,
  wrap: (file: JournalFile) => JournalFile = (file) => file,
): Promise<OpenedMachine> {
  const opened = await openSealedFile(scratch.sealedPath, unsealOctets(UNSEAL_KEY));
  if (opened.kind === 'fault') throw new Error(opened.fault);
  const failures: string[] = [];
  const file = wrap(await openJournalFile(scratch.journalPath));
  const journal = await openJournal({
    file,
    identity: opened.module,
    hashKey: randomBytes(16),
    onFailure: (code) => failures.push(code),
  });
  if (journal.kind === 'fault') {
    await file.close();
    throw new Error(journal.message);
  }
  let now = NOON;
  const machine = new IssuingModule({
    sealed: opened.module,
    journal: journal.journal,
    clock: () => now,
  });
  const issue: OpenedMachine['issue'] = (requests) => {
    const canonicalRequests = requests.map(canonicalIssueRequest);
    const authorisation = authorise({
      signingKey: scratch.signingKey,
      now,
      canonical: (span) => canonicalIssueBatch({ ...span, canonicalRequests }),
    });
    return machine.issue({ requests, authorisation });
  };
  return {
    machine,
    journal: journal.journal,
    failures,
    issue,
    answers: async (requests) => {
      const outcome = await issue(requests);
      if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
      return outcome.answer;
    },
    setClock: (instantNow) => {
      now = instantNow;
    },
    close: () => journal.journal.close(),
  };
}

/** An eleven-digit meter of maker 07; any serial below 10^8. */
function meter(serial: number): MeterPan {
  return meterPanFromDrn(makeDrn('07', String(serial).padStart(8, '0')));
}

/** A UUID that says its number. */
export function vendId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const MINUTE_AT_NOON = minuteAt(NOON);

export function minuteAt(now: Instant): number {
  const at = tokenIdentifierAt(now, 2014);
  if (at.kind === 'fault') throw new Error(at.fault);
  return at.tokenIdentifier;
}

/** Electricity credit, in tenths of a kWh. */
export function electricity(amount: number): TokenContent {
  return { kind: 'credit', service: 'electricity', amount: tenthKwh(amount) };
}

/** Currency credit, in hundred-thousandths. */
export function currency(service: CreditService, money: bigint): TokenContent {
  return { kind: 'credit-currency', service, money: hundredThousandths(money) };
}

/** An order of two people who do not exist. */
export const ORDER: IssueOrder = {
  orderId: '11111111-0000-4000-8000-000000000001',
  requestedBy: '22222222-0000-4000-8000-00000000000a',
  approvedBy: '33333333-0000-4000-8000-00000000000b',
};

/** What makes a request one that two people ordered. */
export const ORDERED = { basis: 'order', order: ORDER } as const;

/** One good request of each kind, service and basis, by what differs from `request`. */
export const EVERY_CONTENT: readonly Partial<IssueRequest>[] = [
  { content: electricity(100) },
  { content: { kind: 'credit', service: 'water', amount: tenthCubicMetres(16_385) } },
  { content: { kind: 'credit', service: 'gas', amount: tenthCubicMetres(7) } },
  { content: { kind: 'credit', service: 'time', amount: tenthMinutes(600) } },
  { content: electricity(55), position: 1, basis: 'tariff' },
  { content: electricity(400), position: 15, ...ORDERED },
  ...CREDIT_SERVICES.map((service, place) => ({
    content: currency(service, 10n ** BigInt(5 * place + 3)),
  })),
  { content: currency('electricity', -12_345_678n), ...ORDERED },
  { content: { kind: 'set-maximum-power-limit', power: watts(7400) }, ...ORDERED },
  {
    content: { kind: 'set-maximum-phase-power-unbalance-limit', power: watts(0) },
    ...ORDERED,
    keyType: 1,
  },
  { content: { kind: 'clear-credit', register: 0xffff }, ...ORDERED },
  { content: { kind: 'clear-tamper-condition' }, ...ORDERED, position: 3 },
  { content: { kind: 'set-water-meter-factor', factor: 0xffff }, ...ORDERED },
];

/** A good request for meter and vend of this number: 10.0 kWh at noon under DKGA04 and MISTY1. */
export function request(number: number, change: Partial<IssueRequest> = {}): IssueRequest {
  return {
    vendId: vendId(number),
    position: 0,
    meterPan: meter(number),
    keyEpoch: 1,
    supplyGroupCode: supplyGroupCode('999904'),
    tariffIndex: tariffIndex('01'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyType: 2,
    baseDate: 2014,
    dkga: '04',
    encryptionAlgorithm: '11',
    tokenIdentifier: tokenIdentifier(MINUTE_AT_NOON),
    content: electricity(100),
    basis: 'sale',
    order: null,
    ...change,
  };
}

/** What makes a request one under DKGA02 and STA. */
export const UNDER_DKGA02 = {
  supplyGroupCode: supplyGroupCode('999902'),
  dkga: '02',
  encryptionAlgorithm: '07',
} as const;

function vendingKeyOf(attributes: IssueRequest): Uint8Array {
  const entry = INVENTED_VENDING_KEYS.find(
    (key) =>
      key.supplyGroupCode === attributes.supplyGroupCode &&
      key.keyRevisionNumber === attributes.keyRevisionNumber &&
      key.keyType === attributes.keyType,
  );
  if (entry === undefined) throw new Error('no such vending key');
  return entry.vendingKey;
}

/**
 * The octets of a meter's key, made here from the clauses with OpenSSL's DES and HMAC and without
 * the code under test: DKGA02 as DES(VK, B) xor B xor VK with B = PANBlock xor CONTROLBlock, DKGA04
 * as HMAC-SHA-256 over its labelled items.
 */
export function independentDecoderKey(attributes: IssueRequest): Buffer {
  const key = vendingKeyOf(attributes);
  const { supplyGroupCode: group, tariffIndex: tariff, keyRevisionNumber: revision } = attributes;
  if (attributes.dkga === '02') {
    const pan = Buffer.from(`00727${drnFromMeterPan(attributes.meterPan)}`, 'hex');
    const control = Buffer.from(`${attributes.keyType}${group}${tariff}${revision}ffffff`, 'hex');
    const block = pan.map((octet, place) => octet ^ (control[place] ?? 0));
    const des = createCipheriv('des-ede3-ecb', Buffer.concat([key, key, key]), null);
    const encrypted = des.setAutoPadding(false).update(block);
    return Buffer.from(
      encrypted.map((octet, place) => octet ^ (block[place] ?? 0) ^ (key[place] ?? 0)),
    );
  }
  const item = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text)]);
  const octets = attributes.encryptionAlgorithm === '11' ? 16 : 8;
  const message = Buffer.concat([
    Buffer.of(4),
    ...['04', '14', attributes.encryptionAlgorithm, tariff].map(item),
    Buffer.of(0, 4),
    ...[group, String(attributes.keyType), String(revision), attributes.meterPan].map(item),
    Buffer.of(0, 0, 0, 8 * octets),
  ]);
  return createHmac('sha256', key).update(message).digest().subarray(0, octets);
}

export function decoderKeyOf(attributes: IssueRequest): DecoderKey {
  return new DecoderKey(independentDecoderKey(attributes));
}
