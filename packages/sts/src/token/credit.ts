/**
 * Credit tokens, class 0 (IEC 62055-41, 6.2.2): what each of them holds.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { HundredThousandths } from '@wattvend/quantities/money.js';
import type { TenthMinutes } from '@wattvend/quantities/time.js';
import type { TenthCubicMetres } from '@wattvend/quantities/volume.js';
import type { TokenIdentifier } from '../token-identifier/token-identifier.ts';

/** What tokens with a random number and a time have in common. */
export interface TimedToken {
  /** 0 to 15, fresh for every token, so that equal purchases look different; never checked. */
  readonly random: number;
  /** The minute of issue, counted from the base date of the key. */
  readonly tokenIdentifier: TokenIdentifier;
}

/** Class 0, subclass 0. */
export interface CreditElectricityToken extends TimedToken {
  readonly tokenClass: 0;
  readonly subclass: 0;
  readonly name: 'electricity';
  /** Tenths of a kWh, 0 to 18 201 624. On making, rounded up to what the field can carry. */
  readonly energy: TenthKwh;
}

/** Class 0, subclasses 1 and 2. */
export interface CreditVolumeToken<Subclass extends 1 | 2, Name extends string> extends TimedToken {
  readonly tokenClass: 0;
  readonly subclass: Subclass;
  readonly name: Name;
  /** Tenths of a cubic metre, 0 to 18 201 624. On making, rounded up as above. */
  readonly volume: TenthCubicMetres;
}

/** Class 0, subclass 3. Confidence medium: the unit is that of the third edition. */
export interface CreditTimeToken extends TimedToken {
  readonly tokenClass: 0;
  readonly subclass: 3;
  readonly name: 'time';
  /** Tenths of a minute, 0 to 18 201 624. On making, rounded up as above. */
  readonly span: TenthMinutes;
}

/** Class 0, subclasses 4 to 7. Confidence medium: layout and CRC_C. It has no random number. */
export interface CreditCurrencyToken<Subclass extends 4 | 5 | 6 | 7, Name extends string> {
  readonly tokenClass: 0;
  readonly subclass: Subclass;
  readonly name: Name;
  readonly tokenIdentifier: TokenIdentifier;
  /**
   * Hundred-thousandths of the base currency, negative for a debit. On making, rounded in favour of
   * the customer to what the field can carry: a credit up, the size of a debit down.
   */
  readonly currency: HundredThousandths;
}

export type CreditToken =
  | CreditElectricityToken
  | CreditVolumeToken<1, 'water'>
  | CreditVolumeToken<2, 'gas'>
  | CreditTimeToken
  | CreditCurrencyToken<4, 'electricityCurrency'>
  | CreditCurrencyToken<5, 'waterCurrency'>
  | CreditCurrencyToken<6, 'gasCurrency'>
  | CreditCurrencyToken<7, 'timeCurrency'>;
