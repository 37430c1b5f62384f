/** The two sides of an item, and the entry of the ledger. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { groupDigits } from '../../digits.ts';
import { MoneyLines } from '../../forms/money-lines.tsx';
import { formatMoney } from '../../money.ts';
import { mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Facts } from '../orders/facts.tsx';
import classes from './reconciliation.module.css';
import type { Evidence, Item } from './reconciliation-queries.ts';

function meterOrNull(meterNumber: string | null): string | null {
  return meterNumber === null ? null : groupDigits(meterNumber);
}

export function LineFacts({ item }: { readonly item: Item }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const { line } = item;
  if (line === null) {
    return <p className={classes['line']}>No statement brought so far shows this payment.</p>;
  }
  const fee = line.fee_minor === '0' ? null : formatMoney(line.fee_minor, currency);
  const agreed = line.fee_expected_minor;
  return (
    <Facts
      facts={[
        { name: 'Money', value: formatMoney(line.gross_minor, currency) },
        { name: 'Fee', value: fee },
        {
          name: 'Fee agreed',
          value:
            agreed === null || agreed === line.fee_minor ? null : formatMoney(agreed, currency),
        },
        {
          name: 'Booked',
          value:
            line.booked_at === null ? line.value_date : formatInstant(line.booked_at, timeZone),
        },
        { name: 'Number', value: line.external_id },
        { name: 'Reference', value: line.reference },
        { name: 'Meter', value: meterOrNull(line.meter_number) },
        { name: 'Payer', value: line.payer },
        {
          name: 'Statement',
          value: (
            <Anchor component={Link} to={`/reconciliation?tab=statements&source=${item.source_id}`}>
              Line {line.line_number} of its file
            </Anchor>
          ),
        },
      ]}
    />
  );
}

export function KnownFacts({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const session = useSession();
  const { currency, time_zone: timeZone } = session.utility;
  const { known } = evidence.item;
  if (known === null)
    return <p className={classes['line']}>No sale and no deposit has this money.</p>;
  const isVend = known.kind === 'vend';
  return (
    <>
      <Facts
        facts={[
          { name: isVend ? 'Sale' : 'Deposit', value: formatMoney(known.known_minor, currency) },
          { name: 'When', value: formatInstant(known.at, timeZone) },
          { name: 'Reference', value: known.reference },
          { name: 'Meter', value: meterOrNull(known.meter_number) },
          {
            name: 'Tokens',
            value:
              evidence.vend === null
                ? null
                : evidence.vend.masked_tokens.join(', ') || 'none was issued',
          },
        ]}
      />
      {isVend && mayUse('vends', session) && (
        <Anchor component={Link} to={`/vends/${known.id}`}>
          Open the sale
        </Anchor>
      )}
      {!isVend && known.vendor_id !== null && mayUse('vendors', session) && (
        <Anchor component={Link} to={`/vendors/${known.vendor_id}?tab=deposits`}>
          Open the vendor's deposits
        </Anchor>
      )}
    </>
  );
}

export function EntryFacts({
  entry,
}: {
  readonly entry: NonNullable<Evidence['entry']>;
}): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const side = (minor: string): string => (minor.startsWith('-') ? 'Credit' : 'Debit');
  return (
    <Panel heading="In the ledger">
      <p className={classes['line']}>
        {entry.kind.replaceAll('_', ' ')}, posted {formatInstant(entry.posted_at, timeZone)}
      </p>
      <MoneyLines
        caption="Postings"
        lines={entry.postings.map(({ account_name, posting_minor: minor }) => ({
          name: `${side(minor)} ${account_name}`,
          minor: minor.replace('-', ''),
        }))}
      />
    </Panel>
  );
}
