/**
 * What each kind of content is as a token of packages/sts: its class and subclass, what its field
 * takes, under which types of key it is made, and whether somebody has to order it.
 */
import { CREDIT_REGISTERS } from '@wattvend/sts/management.js';
import type { KeyType } from '@wattvend/sts/supply-group.js';
import type { Token } from '@wattvend/sts/token.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { encodeTransferAmountCeil, TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import {
  encodeTransferCurrencyForCustomer,
  TRANSFER_CURRENCY_MAX,
} from '@wattvend/sts/transfer-currency.js';
import {
  CONTENT_KINDS,
  type ContentKind,
  CREDIT_SERVICES,
  type TokenContent,
} from './security-module.ts';

/** Currency credit has the subclasses 4 to 7 of class 0, the other credit 0 to 3. */
export const FIRST_CURRENCY_SUBCLASS = 4;

const WATER_METER_FACTOR_MAX = 0xffff;

const KEY_TYPE_DDTK = 1;
const KEY_TYPE_DUTK = 2;

const MANAGEMENT_SUBCLASSES = {
  'set-maximum-power-limit': 0,
  'clear-credit': 1,
  'clear-tamper-condition': 5,
  'set-maximum-phase-power-unbalance-limit': 6,
  'set-water-meter-factor': 7,
} as const;

const REGISTERS: ReadonlySet<number> = new Set(CREDIT_REGISTERS.map(({ register }) => register));

/** Class and subclass of a content. */
export function classAndSubclassOf(content: TokenContent): {
  readonly tokenClass: 0 | 2;
  readonly subclass: number;
} {
  switch (content.kind) {
    case 'credit':
      return { tokenClass: 0, subclass: CREDIT_SERVICES.indexOf(content.service) };
    case 'credit-currency':
      return {
        tokenClass: 0,
        subclass: FIRST_CURRENCY_SUBCLASS + CREDIT_SERVICES.indexOf(content.service),
      };
    case 'set-maximum-power-limit':
    case 'clear-credit':
    case 'clear-tamper-condition':
    case 'set-maximum-phase-power-unbalance-limit':
    case 'set-water-meter-factor':
      return { tokenClass: 2, subclass: MANAGEMENT_SUBCLASSES[content.kind] };
  }
}

// By class and subclass, sixteen subclasses a class; to count what a journal tells.
const KINDS: readonly (ContentKind | undefined)[] = kindsBySubclass();

function kindsBySubclass(): readonly (ContentKind | undefined)[] {
  const kinds = new Array<ContentKind | undefined>(48).fill(undefined);
  kinds.fill('credit', 0, CREDIT_SERVICES.length);
  kinds.fill('credit-currency', FIRST_CURRENCY_SUBCLASS, 2 * CREDIT_SERVICES.length);
  for (const kind of CONTENT_KINDS) {
    if (kind in MANAGEMENT_SUBCLASSES) {
      kinds[2 * 16 + MANAGEMENT_SUBCLASSES[kind as keyof typeof MANAGEMENT_SUBCLASSES]] = kind;
    }
  }
  return kinds;
}

/** The kind a class and subclass belong to; undefined for what this module does not make. */
export function kindOfSubclass(tokenClass: number, subclass: number): ContentKind | undefined {
  return KINDS[16 * tokenClass + subclass];
}

/** Whether the standard lets such a token be made under a key of this type, and this module does. */
export function isMadeUnder(keyType: KeyType, content: TokenContent): boolean {
  if (keyType === KEY_TYPE_DUTK) return true;
  return keyType === KEY_TYPE_DDTK && !isCredit(content);
}

function isCredit(content: TokenContent): boolean {
  return content.kind === 'credit' || content.kind === 'credit-currency';
}

/** Whether there has to be an order: for all that is no credit, and for what takes money away. */
export function needsOrder(content: TokenContent): boolean {
  return content.kind === 'credit-currency' ? content.money < 0n : content.kind !== 'credit';
}

/** Whether the token's field takes the value and a meter can do something with it. */
export function isInRange(content: TokenContent): boolean {
  switch (content.kind) {
    case 'credit':
      return content.amount > 0 && content.amount <= TRANSFER_AMOUNT_MAX;
    case 'credit-currency': {
      const size = content.money < 0n ? -content.money : content.money;
      return size > 0n && size <= TRANSFER_CURRENCY_MAX;
    }
    case 'set-maximum-power-limit':
    case 'set-maximum-phase-power-unbalance-limit':
      return content.power <= TRANSFER_AMOUNT_MAX;
    case 'clear-credit':
      return REGISTERS.has(content.register);
    case 'clear-tamper-condition':
      return true;
    case 'set-water-meter-factor':
      return content.factor <= WATER_METER_FACTOR_MAX;
  }
}

/** The value as the token's field carries it. Throws for a content that is not in range. */
export function codeOf(content: TokenContent): number {
  switch (content.kind) {
    case 'credit':
      return encodeTransferAmountCeil(content.amount);
    case 'credit-currency':
      return encodeTransferCurrencyForCustomer(content.money);
    case 'set-maximum-power-limit':
    case 'set-maximum-phase-power-unbalance-limit':
      return encodeTransferAmountCeil(content.power);
    case 'clear-credit':
      return content.register;
    case 'clear-tamper-condition':
      return 0;
    case 'set-water-meter-factor':
      return content.factor;
  }
}

/** The token that has this content. Currency tokens have no random field. */
export function tokenOf(
  content: TokenContent,
  timed: { readonly random: number; readonly tokenIdentifier: TokenIdentifier },
): Token {
  switch (content.kind) {
    case 'credit':
      return creditToken(content, timed);
    case 'credit-currency':
      return currencyToken(content, timed.tokenIdentifier);
    case 'set-maximum-power-limit':
      return {
        tokenClass: 2,
        subclass: 0,
        name: 'setMaximumPowerLimit',
        ...timed,
        maximumPowerLimit: content.power,
      };
    case 'clear-credit':
      return {
        tokenClass: 2,
        subclass: 1,
        name: 'clearCredit',
        ...timed,
        register: content.register,
      };
    case 'clear-tamper-condition':
      return {
        tokenClass: 2,
        subclass: 5,
        name: 'clearTamperCondition',
        ...timed,
        padding: 0,
      };
    case 'set-maximum-phase-power-unbalance-limit':
      return {
        tokenClass: 2,
        subclass: 6,
        name: 'setMaximumPhasePowerUnbalanceLimit',
        ...timed,
        maximumPhasePowerUnbalanceLimit: content.power,
      };
    case 'set-water-meter-factor':
      return {
        tokenClass: 2,
        subclass: 7,
        name: 'setWaterMeterFactor',
        ...timed,
        waterMeterFactor: content.factor,
      };
  }
}

function creditToken(
  content: Extract<TokenContent, { kind: 'credit' }>,
  {
    random,
    tokenIdentifier,
  }: { readonly random: number; readonly tokenIdentifier: TokenIdentifier },
): Token {
  const timed = { random, tokenIdentifier };
  switch (content.service) {
    case 'electricity':
      return { tokenClass: 0, subclass: 0, name: 'electricity', ...timed, energy: content.amount };
    case 'water':
      return { tokenClass: 0, subclass: 1, name: 'water', ...timed, volume: content.amount };
    case 'gas':
      return { tokenClass: 0, subclass: 2, name: 'gas', ...timed, volume: content.amount };
    case 'time':
      return { tokenClass: 0, subclass: 3, name: 'time', ...timed, span: content.amount };
  }
}

function currencyToken(
  { service, money }: Extract<TokenContent, { kind: 'credit-currency' }>,
  tokenIdentifier: TokenIdentifier,
): Token {
  const rest = { tokenIdentifier, currency: money };
  switch (service) {
    case 'electricity':
      return { tokenClass: 0, subclass: 4, name: 'electricityCurrency', ...rest };
    case 'water':
      return { tokenClass: 0, subclass: 5, name: 'waterCurrency', ...rest };
    case 'gas':
      return { tokenClass: 0, subclass: 6, name: 'gasCurrency', ...rest };
    case 'time':
      return { tokenClass: 0, subclass: 7, name: 'timeCurrency', ...rest };
  }
}
