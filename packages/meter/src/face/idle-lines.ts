/**
 * The line under the credit while nobody presses a key: the most important thing to know, by one
 * ordered list. What makes the supply stay off for a reason no customer can mend comes first, then
 * what waits, then what a customer can do, then what is merely good to know.
 */
import type { Milliseconds } from '@wattvend/quantities/time.js';
import { accountCredit } from '../accounting/account.ts';
import { cutOffLevel } from '../accounting/emergency-credit.ts';
import { DISPLAY_WIDTH } from '../accounting/services.ts';
import type { MeterMemory } from '../memory.ts';
import type { OverloadSettings } from '../settings.ts';
import { untilKeyReleases } from '../supply/power-limit.ts';
import type { OverloadState } from '../supply/supply-state.ts';
import type { SwitchReason } from '../supply/switch-decision.ts';
import { COMMODITY_WORDS, type CommodityWords } from './commodity-words.ts';
import { DAYS_LEFT_UNKNOWN, type FaceFacts } from './face-facts.ts';
import { TAMPER_WORDS, tamperInputsOf } from './tamper-words.ts';

export interface IdleLine {
  /** At most 24 characters. */
  readonly short: string;
  readonly sentence: string;
}

export interface IdleLineRow {
  readonly name: string;
  /** Null when there is nothing of the kind to tell. */
  readonly line: (facts: FaceFacts, words: CommodityWords) => IdleLine | null;
}

/** In this order: the first that has something to tell is shown. */
export const IDLE_LINES: readonly IdleLineRow[] = [
  { name: 'not-commissioned', line: notCommissioned },
  { name: 'welded', line: welded },
  { name: 'remote', line: remote },
  { name: 'tamper', line: tampered },
  { name: 'overload', line: (facts) => overload(facts, 'overload') },
  { name: 'unbalance', line: (facts) => overload(facts, 'unbalance') },
  { name: 'locked', line: locked },
  { name: 'emergency-selectable', line: emergencySelectable },
  { name: 'no-credit', line: noCredit },
  { name: 'emergency', line: emergencyInUse },
  { name: 'friendly', line: friendly },
  { name: 'lifeline', line: lifeline },
  { name: 'key', line: byKey },
  { name: 'delay', line: delayed },
  { name: 'input', line: inputActive },
  { name: 'low-credit', line: lowCredit },
];

/** What the meter tells under its credit. */
export function idleLine(facts: FaceFacts): IdleLine {
  const words = COMMODITY_WORDS[facts.memory.settings.accounting.commodity];
  for (const { line } of IDLE_LINES) {
    const told = line(facts, words);
    if (told !== null) return told;
  }
  return facts.switch.isClosed
    ? { short: 'CREDIT', sentence: words.onSentence }
    : { short: words.off, sentence: words.offSentence };
}

/** Seconds for a countdown: the last one that has begun still counts. */
function secondsCeil(span: Milliseconds): number {
  return Math.ceil(span / 1000);
}

/** A countdown, or only that there is one where the seconds do not fit. */
function waitText(what: string, seconds: number): string {
  const text = `${what}: WAIT ${seconds} s`;
  return text.length <= DISPLAY_WIDTH ? text : `${what}: WAIT`;
}

function isOpenFor({ switch: decision }: FaceFacts, reason: SwitchReason): boolean {
  return !decision.isClosed && decision.reason === reason;
}

function isCarriedBy(
  { switch: decision }: FaceFacts,
  carrier: 'friendly' | 'emergency' | 'lifeline',
): boolean {
  return decision.isClosed && decision.carriedBy === carrier;
}

function notCommissioned({ memory }: FaceFacts, words: CommodityWords): IdleLine | null {
  if (memory.supply.isCommissioned) return null;
  return {
    short: 'NOT IN SERVICE',
    sentence: `This meter is not in service yet. ${words.offSentence}`,
  };
}

function welded({ memory }: FaceFacts, words: CommodityWords): IdleLine | null {
  if (!memory.supply.isSwitchWelded) return null;
  return {
    short: `FAULT: ${words.stuck}`,
    sentence: `This meter has a fault and needs repair. ${words.stuckSentence}`,
  };
}

function remote(facts: FaceFacts, words: CommodityWords): IdleLine | null {
  const { supply } = facts.memory;
  if (supply.remote === 'disconnected') {
    return {
      short: `${words.off}: UTILITY`,
      sentence: `${words.offSentence} Your supplier has switched it off. Ask your supplier.`,
    };
  }
  if (supply.remote !== 'ready') return null;
  return {
    short: `${words.noun} READY: PRESS KEY`,
    sentence: `${words.offSentence} Your supplier allows it again. Press the key at the switch.`,
  };
}

function tampered(facts: FaceFacts, words: CommodityWords): IdleLine | null {
  const { isTampered, tamper } = facts.memory;
  const isOpen = isOpenFor(facts, 'tamper');
  if (!isTampered && tamper.kept.length === 0 && !isOpen) return null;
  const [input] = tamperInputsOf(tamper);
  const help = isOpen ? `${words.offSentence} Ask your supplier.` : 'Ask your supplier.';
  if (input === undefined) {
    return {
      short: isOpen ? `TAMPER: ${words.off}` : 'TAMPER',
      sentence: `This meter was tampered with. ${help}`,
    };
  }
  const { sentence, short } = TAMPER_WORDS[input];
  return { short: `TAMPER: ${short}`, sentence: `Tamper alarm. ${sentence} ${help}` };
}

type Watched = 'overload' | 'unbalance';

const WATCHED_WORDS: Readonly<Record<Watched, { readonly short: string; readonly why: string }>> = {
  overload: { short: 'OVERLOAD', why: 'Too much is switched on at once.' },
  unbalance: { short: 'UNBALANCE', why: 'The load is too different between the phases.' },
};

function overload({ memory }: FaceFacts, watched: Watched): IdleLine | null {
  const state = memory.supply[watched];
  const { short, why } = WATCHED_WORDS[watched];
  switch (state.status) {
    case 'normal':
      return null;
    case 'over':
      return {
        short: `${short}: USE LESS`,
        sentence: `${why} Switch something off, or the supply will be switched off.`,
      };
    case 'waiting': {
      const seconds = secondsLeft(state, memory.settings.supply[watched]);
      return {
        short: waitText(short, seconds),
        sentence: `${why} Switch something off. The supply comes back in ${seconds} seconds.`,
      };
    }
    case 'held': {
      const seconds = secondsCeil(untilKey(memory, state, watched));
      if (seconds > 0) {
        return {
          short: waitText(short, seconds),
          sentence: `${why} The supply is off. Switch something off, wait ${seconds} seconds, and press the key at the switch.`,
        };
      }
      return {
        short: `${short}: PRESS KEY`,
        sentence: `${why} The supply is off. Switch something off, then press the key at the switch.`,
      };
    }
  }
}

/** How long the key at the switch does nothing yet. */
function untilKey(memory: MeterMemory, state: OverloadState, watched: Watched): Milliseconds {
  const { accounting, supply } = memory.settings;
  const isOnLifeline = accounting.lifeline !== null && accountCredit(memory) <= cutOffLevel(memory);
  return untilKeyReleases(state, supply[watched] ?? supply.overload, isOnLifeline);
}

function secondsLeft(state: OverloadState, settings: OverloadSettings | null): number {
  const wait = settings?.waitBeforeRetry ?? state.elapsed;
  return secondsCeil(Math.max(0, wait - state.elapsed) as Milliseconds);
}

function locked({ memory }: FaceFacts): IdleLine | null {
  const { remaining } = memory.lockOut;
  if (remaining === 0) return null;
  const seconds = secondsCeil(remaining);
  return {
    short: waitText('LOCKED', seconds),
    sentence: `Too many wrong tokens. Wait ${seconds} seconds before you enter a token.`,
  };
}

function emergencySelectable({ memory }: FaceFacts): IdleLine | null {
  if (memory.accounting.emergency.status !== 'selectable') return null;
  return {
    short: 'EMERGENCY? HOLD ENTER',
    sentence: 'You may use emergency credit: hold ENTER for three seconds.',
  };
}

function noCredit(facts: FaceFacts, words: CommodityWords): IdleLine | null {
  if (!isOpenFor(facts, 'credit')) return null;
  return {
    short: `NO CREDIT: ${words.off}`,
    sentence: `${words.offSentence} Enter a token to switch it on.`,
  };
}

function emergencyInUse(facts: FaceFacts): IdleLine | null {
  if (!isCarriedBy(facts, 'emergency')) return null;
  return {
    short: 'EMERGENCY CREDIT IN USE',
    sentence: 'Emergency credit is in use. The next token pays it back first.',
  };
}

function friendly(facts: FaceFacts): IdleLine | null {
  if (!isCarriedBy(facts, 'friendly')) return null;
  return {
    short: 'FRIENDLY HOURS',
    sentence: 'There is no credit. It is not cut off now; buy a token before these hours end.',
  };
}

function lifeline(facts: FaceFacts): IdleLine | null {
  if (!isCarriedBy(facts, 'lifeline')) return null;
  const limit = facts.memory.settings.accounting.lifeline;
  const short = limit === null ? 'LIFELINE' : `LIFELINE: ${limit} W`;
  return {
    short: short.length <= DISPLAY_WIDTH ? short : 'LIFELINE',
    sentence:
      limit === null
        ? 'There is no credit. A little power stays on.'
        : `There is no credit. At most ${limit} watts stay on.`,
  };
}

function byKey(facts: FaceFacts, words: CommodityWords): IdleLine | null {
  if (!isOpenFor(facts, 'key')) return null;
  return {
    short: `${words.off}: PRESS KEY`,
    sentence: `${words.offSentence} Press the key at the switch to have it back.`,
  };
}

function delayed(facts: FaceFacts, words: CommodityWords): IdleLine | null {
  if (!isOpenFor(facts, 'delay')) return null;
  const seconds = secondsCeil(facts.memory.supply.reconnectionDelay);
  return {
    short: waitText(words.noun, seconds),
    sentence: `${words.offSentence} It comes back in ${seconds} seconds.`,
  };
}

// What stands for the moment and is not kept: told, but it is no accusation.
function inputActive({ memory }: FaceFacts): IdleLine | null {
  const [input] = memory.tamper.active;
  return input === undefined ? null : TAMPER_WORDS[input];
}

function lowCredit({ creditLow, daysLeft }: FaceFacts): IdleLine | null {
  if (creditLow === 0) return null;
  const short = `LOW CREDIT ${creditLow}`;
  if (daysLeft >= DAYS_LEFT_UNKNOWN) {
    return { short, sentence: 'The credit is low. Buy a token soon.' };
  }
  const days = daysLeft === 1 ? 'DAY' : 'DAYS';
  return {
    short: `${short}: ${daysLeft} ${days}`,
    sentence: `The credit is low. It lasts about ${daysLeft} ${days.toLowerCase()}. Buy a token soon.`,
  };
}
