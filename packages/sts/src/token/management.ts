/**
 * Management tokens, class 2, without the sections of a decoder key (IEC 62055-41, 6.2.4 to 6.2.11).
 */

import type { Watts } from '@wattvend/quantities/energy.js';
import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';
import type { TimedToken } from './credit.ts';

interface ManagementToken<Subclass extends number, Name extends string> extends TimedToken {
  readonly tokenClass: 2;
  readonly subclass: Subclass;
  readonly name: Name;
}

export interface SetMaximumPowerLimitToken extends ManagementToken<0, 'setMaximumPowerLimit'> {
  /** 0 to 18 201 624 W. On making, rounded up to what the field can carry. */
  readonly maximumPowerLimit: Watts;
}

export interface ClearCreditToken extends ManagementToken<1, 'clearCredit'> {
  /** One of CREDIT_REGISTERS; a meter answers RangeError to any other number. */
  readonly register: number;
}

/** Reserved for a tariff rate. Confidence medium: the layout is known, the meaning is not. */
export interface SetTariffRateToken extends ManagementToken<2, 'setTariffRate'> {
  /** 16 bits. */
  readonly rate: number;
}

export interface ClearTamperConditionToken extends ManagementToken<5, 'clearTamperCondition'> {
  /** Made zero; what a token of another maker has is read as it stands. */
  readonly padding: number;
}

export interface SetMaximumPhasePowerUnbalanceLimitToken
  extends ManagementToken<6, 'setMaximumPhasePowerUnbalanceLimit'> {
  /** 0 to 18 201 624 W. On making, rounded up to what the field can carry. */
  readonly maximumPhasePowerUnbalanceLimit: Watts;
}

/** Reserved for water meters. Confidence medium: the layout is known, the meaning is not. */
export interface SetWaterMeterFactorToken extends ManagementToken<7, 'setWaterMeterFactor'> {
  /** 16 bits. */
  readonly waterMeterFactor: number;
}

export type TimedManagementToken =
  | SetMaximumPowerLimitToken
  | ClearCreditToken
  | SetTariffRateToken
  | ClearTamperConditionToken
  | SetMaximumPhasePowerUnbalanceLimitToken
  | SetWaterMeterFactorToken;

/** The number that clears every register. */
export const ALL_CREDIT_REGISTERS = 0xffff;

export interface CreditRegisterNumber {
  readonly register: number;
  readonly name: string;
  readonly confidence: Confidence;
}

/** What a ClearCredit token can name (IEC 62055-41, 6.2.5). */
export const CREDIT_REGISTERS: readonly CreditRegisterNumber[] = frozen([
  { register: 0, name: 'electricity', confidence: 'high' },
  { register: 1, name: 'water', confidence: 'high' },
  { register: 2, name: 'gas', confidence: 'high' },
  { register: 3, name: 'time', confidence: 'high' },
  { register: 4, name: 'electricityCurrency', confidence: 'medium' },
  { register: 5, name: 'waterCurrency', confidence: 'medium' },
  { register: 6, name: 'gasCurrency', confidence: 'medium' },
  { register: 7, name: 'timeCurrency', confidence: 'medium' },
  { register: ALL_CREDIT_REGISTERS, name: 'all', confidence: 'high' },
]);
