/** The operations `pan` and `makePan`: the number of a meter taken apart and put together. */
import {
  type MeterPan,
  makeDrn,
  meterPanFromDrn,
  type ParsedMeterPan,
  parseMeterPan,
  splitMeterPan,
} from '@wattvend/sts/meter-pan.js';
import {
  type Answer,
  isRefusal,
  type JsonObject,
  type Refusal,
  readDigits,
  readText,
  refuse,
} from '../request.ts';

type MeterPanFault = Extract<ParsedMeterPan, { readonly kind: 'fault' }>['fault'];

function refusalOf(fault: MeterPanFault): Refusal {
  switch (fault) {
    case 'not-eighteen-digits':
      return refuse('FormatError', 'a MeterPAN has 18 digits');
    case 'unknown-issuer':
      return refuse('FormatError', 'a MeterPAN begins with 600727 or 0000');
    case 'drn-check-digit':
      return refuse('DrnCheckDigit', 'the check digit of the DRN is wrong');
    case 'pan-check-digit':
      return refuse('PanCheckDigit', 'the check digit of the MeterPAN is wrong');
  }
}

/** A MeterPAN with both check digits right. */
export function readMeterPan(parent: JsonObject, member: string): MeterPan | Refusal {
  const text = readText(parent, member);
  if (isRefusal(text)) return text;
  const parsed = parseMeterPan(text);
  return parsed.kind === 'fault' ? refusalOf(parsed.fault) : parsed.meterPan;
}

export function answerPan(request: JsonObject): Answer {
  const text = readText(request, 'pan');
  if (isRefusal(text)) return text;
  const parts = splitMeterPan(text);
  if (parts.kind === 'fault') return refusalOf(parts.fault);
  const parsed = parseMeterPan(text);
  if (request['check'] !== false && parsed.kind === 'fault') return refusalOf(parsed.fault);
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
  const manufacturerCode = readText(request, 'mfrCode');
  if (isRefusal(manufacturerCode)) return manufacturerCode;
  const serialNumber = readDigits(request, 'dsn', 8);
  if (isRefusal(serialNumber)) return serialNumber;
  const drn = makeDrn(manufacturerCode, serialNumber);
  return { ok: true, drn, pan: meterPanFromDrn(drn) };
}
