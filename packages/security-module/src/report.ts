/**
 * The module's account of itself, signed with its identity key: how many tokens of each kind it
 * issued and on what basis, where its chain stands, which keys it holds. Compared with the books it shows a token that was issued
 * without being sold, and a journal that was put back to an older state.
 */
import { type KeyObject, sign, verify } from 'node:crypto';
import { ed25519PublicKey } from './ed25519.ts';
import { OctetWriter } from './framed-octets.ts';
import { CONTENT_KINDS, ISSUE_BASES, type ModuleReport } from './security-module.ts';

const REPORT_DOMAIN = 'wattvend security module: report, version 2';

/** The octets under the signature. */
function canonicalReport(report: Omit<ModuleReport, 'signature'>): Buffer {
  const writer = new OctetWriter().text(REPORT_DOMAIN).text(report.moduleId).bigint(report.issued);
  for (const kind of CONTENT_KINDS) writer.bigint(report.issuedByKind[kind]);
  for (const basis of ISSUE_BASES) writer.bigint(report.issuedByBasis[basis]);
  writer.text(report.receipt).number(report.at).text(report.identityKey).number(report.keys.length);
  for (const key of report.keys) {
    writer
      .text(key.supplyGroupCode)
      .number(key.keyRevisionNumber)
      .number(key.keyType)
      .number(key.baseDate)
      .number(key.keyExpiryNumber)
      .text(key.dkga)
      .text(key.keyCheckValue);
  }
  return writer.finish();
}

export function signReport(
  report: Omit<ModuleReport, 'signature'>,
  identityPrivateKey: KeyObject,
): ModuleReport {
  const signature = sign(null, canonicalReport(report), identityPrivateKey).toString('hex');
  return { ...report, signature };
}

/**
 * Whether the module of this identity key made the report. The key must come from somewhere else
 * than the report: from the header of the sealed file, read when the module was made.
 */
export function isReportSigned(report: ModuleReport, identityKey: Uint8Array): boolean {
  const key = ed25519PublicKey(identityKey);
  return verify(null, canonicalReport(report), key, Buffer.from(report.signature, 'hex'));
}
