/** Test and display tokens, class 1: made from the members of a request, and described. */
import {
  controlOfTests,
  type InitiateMeterTestDisplayToken,
  testsOfControl,
} from '@wattvend/sts/test-display.js';
import {
  isRefusal,
  type JsonObject,
  type Refusal,
  readList,
  readWhole,
  refuse,
} from '../request.ts';
import { noSuchToken } from './no-such-token.ts';

const MANUFACTURER_CODE_DIGITS = { 0: 2, 1: 4 } as const;

// Of makers with two digits and with four.
const ANY_MANUFACTURER = 0;

// More tests than there are bits would only repeat some.
const TESTS_MAX = 64;

export function readTestToken(
  fields: JsonObject,
  subclass: number,
): InitiateMeterTestDisplayToken | Refusal {
  if (subclass !== 0 && subclass !== 1) return noSuchToken(1, subclass);
  const control = readControl(fields, subclass);
  if (isRefusal(control)) return control;
  const manufacturerCode = readManufacturerCode(fields, subclass);
  if (isRefusal(manufacturerCode)) return manufacturerCode;
  return {
    tokenClass: 1,
    subclass,
    name: 'initiateMeterTestDisplay',
    control,
    manufacturerCode,
  };
}

/** "control" as it stands, or "test", one number, or "tests", a list of them. */
function readControl(fields: JsonObject, subclass: 0 | 1): number | Refusal {
  if (fields['control'] !== undefined) return readWhole(fields, 'control');
  const list = fields['tests'] === undefined ? [fields['test']] : readList(fields, 'tests');
  if (isRefusal(list)) return list;
  const tests = list.filter((number) => typeof number === 'number');
  if (tests.length < list.length || tests.length > TESTS_MAX) {
    return refuse('BadRequest', '"test" must be a number, or "tests" a list of numbers');
  }
  return controlOfTests(tests, subclass);
}

/** The code as digits, or the number they write; any maker where there is none. */
function readManufacturerCode(fields: JsonObject, subclass: 0 | 1): number | Refusal {
  const { mfrCode = ANY_MANUFACTURER } = fields;
  if (typeof mfrCode !== 'string') return readWhole({ mfrCode }, 'mfrCode');
  if (!/^\d{1,4}$/.test(mfrCode)) {
    return refuse(
      'BadRequest',
      `"mfrCode" must be a number or ${MANUFACTURER_CODE_DIGITS[subclass]} digits`,
    );
  }
  return Number(mfrCode);
}

export function describeTestToken(token: InitiateMeterTestDisplayToken): JsonObject {
  return {
    fields: { control: token.control, mfrCode: token.manufacturerCode },
    tests: testsOfControl(token.control, token.subclass),
  };
}
