/** Tariffs: what is wrong with a draft, and what cannot be done to one. In order. */
import { NO, row } from './refusal.ts';

export const TARIFFS_REFUSALS = {
  tariff_version_not_found: row(
    404,
    NO,
    'Tariff version not found',
    'The tariff has no such version.',
    'The id or the number names nothing here.',
  ),
  published_value_not_found: row(
    404,
    NO,
    'Published value not found',
    'There is no such revision of the value.',
    'The component, the month or the revision names nothing here.',
  ),
  tariff_version_not_draft: row(
    409,
    NO,
    'Not a draft',
    'Only a draft can be approved, previewed or withdrawn, and this version is none any more.',
    'It was approved or withdrawn before.',
  ),
  own_draft: row(
    403,
    NO,
    'Your own draft',
    'You wrote this yourself, so somebody else must approve it, whoever sent it.',
    'The two-person rule: a tariff version, or a published value, is approved by nobody who wrote it.',
  ),
  published_value_approved: row(
    409,
    NO,
    'Value approved already',
    'This revision of the value is approved already.',
    'A revision is approved once.',
  ),
  tariff_faulty: row(
    422,
    NO,
    'Tariff cannot be used',
    'Something in the tariff is wrong; nothing was stored.',
    '`errors` lists everything that is wrong, each with its path in the record, such as `body.record.rates.0.of`.',
  ),
  tariff_effective_taken: row(
    409,
    NO,
    'Effective date taken',
    'Another approved version of this tariff takes effect at the same instant. Choose another one.',
    'Versions that overlap could not be told apart.',
  ),
  tariff_effective_in_past: row(
    409,
    NO,
    'Effective date has passed',
    'A version cannot take effect in the past. Draft one that takes effect later.',
    'What was sold stays sold under what was in force. Only the first version of a tariff may lie in the past.',
  ),
} as const;
