/**
 * The sts library on one thread: its ciphers beside plain C, whole credit tokens, decoder keys, the
 * heap, and the same in Chromium.
 */
import { createCipheriv, randomBytes } from 'node:crypto';
import { octetsPerCall } from './allocation.ts';
import type { BenchContext } from './main.ts';
import {
  alone,
  type Calls,
  callsPerSecond,
  compared,
  inTurns,
  type Measurement,
  warmedUp,
} from './measurement.ts';
import { measureInChromium } from './sts-in-chromium.ts';
import { measureKeys } from './sts-keys.ts';
import { cipherBlocks, makingTokens, readingTokens } from './sts-tokens.ts';
import { compileYardstick, type Direction, type Yardstick } from './yardstick.ts';

// The least this project promises itself; the tokens on a core that does
// REFERENCE_C_BLOCKS_PER_SECOND.
const CIPHER_SHARE_OF_C = 0.5;
const TOKENS_PER_SECOND_AIM = { '07': 800_000, '11': 1_500_000 } as const;

/**
 * EA11 in plain C on the core the aims are for. It judges EA07 too: how fast EA07 is in C depends on
 * the method (this yardstick's two are a factor of six apart), MISTY1 has but one.
 */
const REFERENCE_C_BLOCKS_PER_SECOND = 9_500_000;

const DIRECTIONS = ['encrypt', 'decrypt'] as const;

export async function run({ findChromium }: BenchContext): Promise<readonly Measurement[]> {
  const yardstick = compileYardstick();
  try {
    const ciphers = yardstick === null ? ciphersAlone() : await ciphersBesideC(yardstick);
    return [
      ...ciphers,
      ...(await tokens(yardstick)),
      ...tokensForInformation(),
      ...(await measureKeys()),
      ...allocations(),
      ...(await measureInChromium(await findChromium())),
    ];
  } finally {
    yardstick?.remove();
  }
}

async function ciphersBesideC(yardstick: Yardstick): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const direction of DIRECTIONS) {
    const [sta = 0, staInC = 0, staByBitsInC = 0, misty1 = 0, misty1InC = 0] = await inTurns([
      warmedUp(cipherBlocks('07', direction)),
      yardstick.run('sta', direction),
      yardstick.run('sta-by-bits', direction),
      warmedUp(cipherBlocks('11', direction)),
      yardstick.run('misty1', direction),
    ]);
    const sameMethod = `plain C, cc -O2, the same method, aim ${CIPHER_SHARE_OF_C}`;
    measurements.push(
      compared(cipherName('07', direction), sta, { name: sameMethod, value: staInC }),
      compared(cipherName('07', direction), sta, {
        name: 'plain C, cc -O2, bit by bit as the clause reads',
        value: staByBitsInC,
      }),
      compared(cipherName('11', direction), misty1, { name: sameMethod, value: misty1InC }),
    );
  }
  return measurements;
}

function ciphersAlone(): readonly Measurement[] {
  return DIRECTIONS.flatMap((direction) =>
    (['07', '11'] as const).map((encryptionAlgorithm) =>
      alone(
        cipherName(encryptionAlgorithm, direction),
        callsPerSecond(cipherBlocks(encryptionAlgorithm, direction)),
        'there is no C compiler',
      ),
    ),
  );
}

function cipherName(encryptionAlgorithm: string, direction: Direction): string {
  return `blocks ${direction}ed, EA${encryptionAlgorithm}`;
}

async function tokens(yardstick: Yardstick | null): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const encryptionAlgorithm of ['07', '11'] as const) {
    const aim = TOKENS_PER_SECOND_AIM[encryptionAlgorithm];
    const [made = 0, read = 0, aes = 0, inC = null] = await inTurns([
      warmedUp(makingTokens(encryptionAlgorithm)),
      warmedUp(readingTokens(encryptionAlgorithm)),
      warmedUp(aesBlocks()),
      ...(yardstick === null ? [] : [yardstick.run('misty1', 'encrypt')]),
    ]);
    for (const [name, rate] of [
      [`credit tokens made, EA${encryptionAlgorithm}`, made],
      [`credit tokens read, EA${encryptionAlgorithm}`, read],
    ] as const) {
      measurements.push(compared(name, rate, { name: 'aim', value: aim }));
      if (inC !== null) {
        const scaled = (aim * inC) / REFERENCE_C_BLOCKS_PER_SECOND;
        const peer = 'aim scaled to this core by EA11 in plain C';
        measurements.push(compared(name, rate, { name: peer, value: scaled }));
      }
      const peer = 'node:crypto AES-128-ECB, one block under a prepared key';
      measurements.push(compared(name, rate, { name: peer, value: aes }));
    }
  }
  return measurements;
}

function tokensForInformation(): readonly Measurement[] {
  const reason = 'no aim is set for it';
  return (['09', '61', '62'] as const).flatMap((ea) => [
    alone(`credit tokens made, EA${ea}`, callsPerSecond(makingTokens(ea)), reason),
    alone(`credit tokens read, EA${ea}`, callsPerSecond(readingTokens(ea)), reason),
  ]);
}

function allocations(): readonly Measurement[] {
  const measured: readonly (readonly [string, Calls, string])[] = [
    ['block encrypted, EA07', cipherBlocks('07', 'encrypt'), 'aim: 0'],
    ['block decrypted, EA07', cipherBlocks('07', 'decrypt'), 'aim: 0'],
    ['block encrypted, EA11', cipherBlocks('11', 'encrypt'), 'aim: 0'],
    ['block decrypted, EA11', cipherBlocks('11', 'decrypt'), 'aim: 0'],
    ['credit token made, EA11', makingTokens('11'), 'nothing: twenty digits must be somewhere'],
    ['credit token read, EA11', readingTokens('11'), 'nothing: its members must be somewhere'],
  ];
  return measured.map(([name, calls, comparedWith]) => ({
    name: `heap per ${name}`,
    value: octetsPerCall(calls),
    unit: 'octets',
    comparedWith,
    ratio: null,
  }));
}

function aesBlocks(): Calls {
  const cipher = createCipheriv('aes-128-ecb', randomBytes(16), null);
  const block = randomBytes(16);
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) sum += cipher.update(block)[0] ?? 0;
    return sum;
  };
}
