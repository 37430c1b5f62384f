/** An id or a version that was used before for something else. In order. */
import { NO, row } from './refusal.ts';

export const CONFLICTS_REFUSALS = {
  vend_id_conflict: row(
    409,
    NO,
    'Vend id used before',
    'A vend with this id exists and asks for something else. Use a new id for a new vend.',
    'Meter, vendor, money, channel and payment make the content of a vend; the same id with the same content is the same vend.',
  ),
  payment_reference_used: row(
    409,
    NO,
    'Payment used before',
    'This payment has bought something already: vend {vend}. One payment buys once.',
    'The same reference under the same payment method. A vend that was declined sets its payment free.',
  ),
  deposit_id_conflict: row(
    409,
    NO,
    'Deposit id used before',
    'This id was used for something else. Use a new id for a new deposit.',
    'Vendor, money and reference make the content of a deposit.',
  ),
  tariff_version_conflict: row(
    409,
    NO,
    'Tariff version exists',
    'This version of the tariff is there with other content, and a version never changes. Draft the next one.',
    'Name, record and the instant it takes effect make the content of a version. The same content again is not a conflict.',
  ),
  tariff_version_not_next: row(
    409,
    NO,
    'Not the next version',
    'Versions of a tariff are added one by one, the first is 1. Add the version behind the last.',
    '`GET /v1/tariffs` shows the versions that are there.',
  ),
  operation_id_conflict: row(
    409,
    NO,
    'Id used before',
    'This id was used for something else. Use a new id for a new request.',
    'Said of customers, places, agreements, meter operations and imports. All that was asked for makes the content; the same id with the same content is the same request.',
  ),
  published_value_conflict: row(
    409,
    NO,
    'Published value exists',
    'This revision of the value is there with another price. Publish the next revision.',
    'A published value never changes; the newest revision that is approved counts.',
  ),
  published_revision_not_next: row(
    409,
    NO,
    'Not the next revision',
    'Revisions of a value are added one by one, the first is 1. Add the revision behind the last.',
    '`GET /v1/published-values` shows the revisions that are there.',
  ),
} as const;
