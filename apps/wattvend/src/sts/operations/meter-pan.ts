/** The operations `pan` and `makePan`: the number of a meter taken apart and put together. */
import {
  type MeterPan,
  makeDrn,
  meterPanFromDrn,
  parseMeterPan,
  splitMeterPan,
} from '@wattvend/sts/meter-pan.js';
import { refusalNamed, refusalOfFault } from '../refusal-codes.ts';
import {
  type Answer,
  isRefusal,
  type JsonObject,
  type Refusal,
  readDigits,
  readFlag,
  readText,
} from '../request.ts';

/** A MeterPAN with both check digits right. */
export function readMeterPan(parent: JsonObject, member: string): MeterPan | Refusal {
  const text = readText(parent, member);
  if (isRefusal(text)) return text;
  const parsed = parseMeterPan(text);
  return parsed.kind === 'fault' ? refusalOfFault(parsed) : parsed.meterPan;
}

export function answerPan(request: JsonObject): Answer {
  const text = readText(request, 'pan');
  if (isRefusal(text)) return text;
  const parts = splitMeterPan(text);
  if (parts.kind === 'fault') return refusalOfFault(parts);
  const isChecked = readFlag({ check: true, ...request }, 'check');
  if (isRefusal(isChecked)) return isChecked;
  const parsed = parseMeterPan(text);
  if (isChecked && parsed.kind === 'fault') return refusalOfFault(parsed);
  return {
    ok: true,
    iin: parts.issuerIdentificationNumber,
    drn: parts.drn,
    mfrCode: parts.manufacturerCode,
    dsn: parts.serialNumber,
    drnCheckOk: parts.isDrnCheckDigitRight,
    panCheckOk: parts.isPanCheckDigitRight,
  };
}

export function answerMakePan(request: JsonObject): Answer {
  // Two digits or four: a number would not say which.
  const manufacturerCode = readText(request, 'mfrCode');
  if (isRefusal(manufacturerCode)) return manufacturerCode;
  // The library's refusal repeats what it got, which may be long.
  if (manufacturerCode.length > 4) return refusalNamed('manufacturer-code');
  const serialNumber = readDigits(request, 'dsn', 8);
  if (isRefusal(serialNumber)) return serialNumber;
  const drn = makeDrn(manufacturerCode, serialNumber);
  return { ok: true, drn, pan: meterPanFromDrn(drn) };
}
