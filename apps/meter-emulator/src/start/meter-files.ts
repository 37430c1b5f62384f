/** Files of stored meter memories as a factory hands them out: one memory, a list, or one in a line. */
import { readFileSync } from 'node:fs';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { parseMeterMemory } from '@wattvend/meter/memory-record.js';
import { StartFault } from './start-fault.ts';

/** Throws StartFault when the file is not there or has anything else in it. */
export function readMeterFile(path: string): readonly MeterMemory[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartFault(`${path} cannot be read.`, { cause: error });
  }
  return recordsOf(text).map((record, index) => {
    const parsed = parseMeterMemory(record);
    if (parsed.kind === 'memory') return parsed.memory;
    // The text itself is not told: it holds a key.
    throw new StartFault(`${path}: memory ${index + 1} cannot be used (${parsed.fault}).`);
  });
}

function recordsOf(text: string): readonly unknown[] {
  const whole = parseJson(text);
  if (Array.isArray(whole)) return whole as readonly unknown[];
  if (whole !== undefined) return [whole];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseJson);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
