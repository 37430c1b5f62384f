/**
 * The content of a token inside a message. Only its shape is judged here: a value that no token can
 * carry is refused by name (content_out_of_range) and not called malformed.
 */
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import { tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import type { Fields } from './fields.ts';
import { CONTENT_KINDS, CREDIT_SERVICES, type TokenContent } from './security-module.ts';

export function contentJson(content: TokenContent): object {
  const { kind } = content;
  switch (kind) {
    case 'credit':
      return creditJson(content);
    case 'credit-currency':
      return { kind, service: content.service, money_hundred_thousandths: String(content.money) };
    case 'set-maximum-power-limit':
    case 'set-maximum-phase-power-unbalance-limit':
      return { kind, power_w: content.power };
    case 'clear-credit':
      return { kind, register: content.register };
    case 'clear-tamper-condition':
      return { kind };
    case 'set-water-meter-factor':
      return { kind, factor: content.factor };
  }
}

function creditJson({ kind, service, amount }: TokenContent & { readonly kind: 'credit' }): object {
  switch (service) {
    case 'electricity':
      return { kind, service, amount_tenth_kwh: amount };
    case 'water':
    case 'gas':
      return { kind, service, amount_tenth_m3: amount };
    case 'time':
      return { kind, service, amount_tenth_min: amount };
  }
}

/** Throws FieldFault. */
export function readContent(fields: Fields): TokenContent {
  const content = readKind(fields);
  fields.end();
  return content;
}

function readKind(fields: Fields): TokenContent {
  const kind = fields.oneOf('kind', CONTENT_KINDS);
  const whole = (name: string): number => fields.integer(name, 0, Number.MAX_SAFE_INTEGER);
  switch (kind) {
    case 'credit':
      return readCredit(fields, whole);
    case 'credit-currency': {
      const service = fields.oneOf('service', CREDIT_SERVICES);
      const name = 'money_hundred_thousandths';
      // No minus before a zero: each value has one spelling.
      const money = fields.text(name, /^(0|-?[1-9]\d{0,39})$/, 'a whole number in a string');
      return { kind, service, money: hundredThousandths(BigInt(money)) };
    }
    case 'set-maximum-power-limit':
    case 'set-maximum-phase-power-unbalance-limit':
      return { kind, power: watts(whole('power_w')) };
    case 'clear-credit':
      return { kind, register: whole('register') };
    case 'clear-tamper-condition':
      return { kind };
    case 'set-water-meter-factor':
      return { kind, factor: whole('factor') };
  }
}

function readCredit(fields: Fields, whole: (name: string) => number): TokenContent {
  const kind = 'credit';
  const service = fields.oneOf('service', CREDIT_SERVICES);
  switch (service) {
    case 'electricity':
      return { kind, service, amount: tenthKwh(whole('amount_tenth_kwh')) };
    case 'water':
    case 'gas':
      return { kind, service, amount: tenthCubicMetres(whole('amount_tenth_m3')) };
    case 'time':
      return { kind, service, amount: tenthMinutes(whole('amount_tenth_min')) };
  }
}
