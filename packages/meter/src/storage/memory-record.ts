/**
 * The stored form of a meter's memory: what is written where it survives, and read back when the
 * power returns.
 */
import { isBalanced, MEMORY_FORMAT, type MeterMemory } from '../memory.ts';
import { crc32Hex } from './checksum.ts';
import { isOfOneMeter } from './memory-consistency.ts';
import {
  FURTHER_MEMBERS,
  type FurtherMemory,
  PLAIN_MEMBERS,
  type PlainMemory,
  WHOLE_METER_MEMBERS,
  type WholeMeterMemory,
} from './memory-record-values.ts';
import { furtherOfFormat1, wholeMeterBeforeFormat3 } from './older-formats.ts';
import { isObject, type JsonObject, type ReadValue, record } from './stored-form.ts';

/**
 * A JSON object whose names carry the unit, closed by a checksum over the text of all before it. Its
 * members are listed in memory-record-values.ts. What is as on the simplest meter, one for electricity
 * that was told nothing yet, is left out.
 */
export interface MeterMemoryRecord extends JsonObject {
  readonly format: number;
  readonly checksum: string;
}

/** The stored form as an object, for an answer on the wire. It holds the decoder key. */
export function meterMemoryRecord(memory: MeterMemory): MeterMemoryRecord {
  return closedRecord(MEMORY_FORMAT, FORMAT_3.write(memory), JSON.stringify);
}

/** The stored form as text, for a place that keeps text. It holds the decoder key. */
export function serialiseMeterMemory(memory: MeterMemory): string {
  return JSON.stringify(meterMemoryRecord(memory));
}

/**
 * In this order: if several apply, the first is returned. A member that was never written, or that is
 * left out because it says what goes without saying, is value-out-of-range.
 */
export const MEMORY_FAULTS = [
  'not-json',
  'not-a-meter-memory',
  'unknown-format',
  'value-out-of-range',
  'checksum',
  'unbalanced',
] as const;
export type MemoryFault = (typeof MEMORY_FAULTS)[number];

export type ParsedMeterMemory =
  | { readonly kind: 'memory'; readonly memory: MeterMemory }
  | { readonly kind: 'fault'; readonly fault: MemoryFault };

/** How a memory was written in a format that is still read. */
interface MemoryFormat {
  /** All members but the format and the checksum. */
  read(values: unknown): ReadValue<MeterMemory>;
  /** What was written of such a memory, so that the checksum can be taken again. */
  record(memory: MeterMemory): MeterMemoryRecord;
}

const FORMAT_1 = record<PlainMemory>(PLAIN_MEMBERS);
const FORMAT_2 = record<PlainMemory & FurtherMemory>({ ...PLAIN_MEMBERS, ...FURTHER_MEMBERS });
const FORMAT_3 = record<PlainMemory & FurtherMemory & WholeMeterMemory>({
  ...PLAIN_MEMBERS,
  ...FURTHER_MEMBERS,
  ...WHOLE_METER_MEMBERS,
});

const FORMATS: ReadonlyMap<unknown, MemoryFormat> = new Map<unknown, MemoryFormat>([
  [
    1,
    {
      read: (values) =>
        converted(FORMAT_1.read(values), (plain) => {
          const further = furtherOfFormat1(plain);
          return { ...plain, ...further, ...wholeMeterBeforeFormat3(further) };
        }),
      // Its checksum was over the list of its values without their names.
      record: (memory) =>
        closedRecord(1, FORMAT_1.write(memory), (values) => JSON.stringify(Object.values(values))),
    },
  ],
  [
    2,
    {
      read: (values) =>
        converted(FORMAT_2.read(values), (older) => ({
          ...older,
          ...wholeMeterBeforeFormat3(older),
        })),
      record: (memory) => closedRecord(2, FORMAT_2.write(memory), JSON.stringify),
    },
  ],
  [
    MEMORY_FORMAT,
    {
      read: (values) => converted(FORMAT_3.read(values), (whole) => whole),
      record: meterMemoryRecord,
    },
  ],
]);

function converted<Older>(
  read: ReadValue<Older>,
  convert: (older: Older) => Omit<MeterMemory, 'format'>,
): ReadValue<MeterMemory> {
  if (read.kind === 'fault') return read;
  return { kind: 'value', value: { format: MEMORY_FORMAT, ...convert(read.value) } };
}

/**
 * Reads a stored memory, given as its text or as the object that the text stands for. A torn, decayed
 * or foreign memory is a fault and never another meter: a meter that guessed its own memory could
 * give energy away or take it.
 */
export function parseMeterMemory(json: unknown): ParsedMeterMemory {
  const stored = typeof json === 'string' ? parseJson(json) : json;
  if (stored === undefined) return { kind: 'fault', fault: 'not-json' };
  if (!isObject(stored)) return { kind: 'fault', fault: 'not-a-meter-memory' };
  const { checksum, format, ...values } = stored;
  if (typeof format !== 'number') return { kind: 'fault', fault: 'not-a-meter-memory' };
  const memoryFormat = FORMATS.get(format);
  if (memoryFormat === undefined) return { kind: 'fault', fault: 'unknown-format' };
  const read = memoryFormat.read(values);
  if (read.kind === 'fault' || !isOfOneMeter(read.value)) {
    return { kind: 'fault', fault: 'value-out-of-range' };
  }
  const memory = read.value;
  if (checksum !== memoryFormat.record(memory).checksum)
    return { kind: 'fault', fault: 'checksum' };
  // A right checksum over wrong books was written by a wrong program; do not sell from it.
  if (!isBalanced(memory)) return { kind: 'fault', fault: 'unbalanced' };
  return { kind: 'memory', memory };
}

function closedRecord(
  format: number,
  members: JsonObject,
  summed: (values: JsonObject) => string,
): MeterMemoryRecord {
  const values = { format, ...members };
  return { ...values, checksum: crc32Hex(summed(values)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
