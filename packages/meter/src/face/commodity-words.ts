/** What a meter switches and measures, in the words of its display. */
import type { Commodity } from '../settings.ts';

export interface CommodityWords {
  /** At most 11 characters. */
  readonly off: string;
  readonly offSentence: string;
  readonly onSentence: string;
  /** What a customer waits for, at most 7 characters. */
  readonly noun: string;
  /** What a fault of the switch is called, at most 17 characters. */
  readonly stuck: string;
  readonly stuckSentence: string;
  /** What flows, in the unit of a measurement; empty where a rate means nothing. */
  readonly flowUnit: string;
  readonly flowLabel: string;
}

const VALVE: CommodityWords = {
  off: 'VALVE SHUT',
  offSentence: 'The valve is shut.',
  onSentence: 'The valve is open.',
  noun: 'VALVE',
  stuck: 'VALVE STUCK OPEN',
  stuckSentence: 'The valve does not shut.',
  flowUnit: 'dm3/h',
  flowLabel: 'FLOW NOW',
};

export const COMMODITY_WORDS: Readonly<Record<Commodity, CommodityWords>> = {
  electricity: {
    off: 'SUPPLY OFF',
    offSentence: 'The supply is off.',
    onSentence: 'The supply is on.',
    noun: 'SUPPLY',
    stuck: 'SWITCH WELDED',
    stuckSentence: 'The load switch does not open.',
    flowUnit: 'W',
    flowLabel: 'POWER NOW',
  },
  water: VALVE,
  gas: VALVE,
  time: {
    off: 'SERVICE OFF',
    offSentence: 'The service is off.',
    onSentence: 'The service is on.',
    noun: 'SERVICE',
    stuck: 'SWITCH STUCK',
    stuckSentence: 'The switch does not open.',
    flowUnit: '',
    flowLabel: 'IN USE NOW',
  },
};
