/** What a payment source is: its money, its account, and which sales its statements must show. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vendorsQuery } from '../../api/queries.ts';
import { PAYMENT_METHODS, paidWithName } from '../../forms/payment-methods.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './reconciliation.module.css';
import { clearingAccountsQuery } from './reconciliation-queries.ts';
import { SOURCE_KINDS } from './reconciliation-words.ts';
import { KIND_DEFAULTS, type SourceDraft } from './source-draft.ts';

interface Fields {
  readonly draft: SourceDraft;
  readonly onChange: (draft: SourceDraft) => void;
}

const KINDS = Object.keys(SOURCE_KINDS) as SourceDraft['kind'][];

function What({ draft, onChange }: Fields): ReactNode {
  const accounts = useQuery(clearingAccountsQuery);
  const found = accounts.data ?? [];
  const isKnown = found.some(({ code }) => code === draft.clearingAccount);
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label="Kind"
        data={KINDS.map((value) => ({ value, label: SOURCE_KINDS[value] }))}
        value={draft.kind}
        onChange={({ currentTarget: { value } }) => {
          const kind = KINDS.find((each) => each === value) ?? draft.kind;
          onChange({ ...draft, ...KIND_DEFAULTS[kind], kind });
        }}
      />
      <TextInput
        label="Name"
        description="Unique; people choose by it"
        required
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <NativeSelect
        label="Account in the ledger"
        description="Where its money is posted to"
        data={[
          ...(isKnown ? [] : [{ value: draft.clearingAccount, label: draft.clearingAccount }]),
          ...found.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value={draft.clearingAccount}
        onChange={(event) => onChange({ ...draft, clearingAccount: event.currentTarget.value })}
      />
      <TextInput
        label="Time zone of its statements"
        description="Such as Africa/Nairobi, or UTC"
        required
        maxLength={50}
        value={draft.timeZone}
        onChange={(event) => onChange({ ...draft, timeZone: event.currentTarget.value })}
      />
    </div>
  );
}

function Expected({ draft, onChange }: Fields): ReactNode {
  const vendors = useQuery(vendorsQuery);
  const methods = [...new Set([...PAYMENT_METHODS, ...draft.methods])].filter(
    (method) => method !== 'cash',
  );
  return (
    <>
      <fieldset className={classes['checks']} aria-label="What its statements must show">
        {methods.map((method) => (
          <Checkbox
            key={method}
            label={`Sales paid with: ${paidWithName(method)}`}
            checked={draft.methods.includes(method)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({
                ...draft,
                methods: checked
                  ? [...draft.methods, method]
                  : draft.methods.filter((each) => each !== method),
              })
            }
          />
        ))}
        <Checkbox
          label="Deposits of vendors"
          checked={draft.takesDeposits}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ ...draft, takesDeposits: checked })
          }
        />
      </fieldset>
      <div className={classes['fields']}>
        <NativeSelect
          label="Sales of"
          data={[
            { value: '', label: 'All vendors' },
            ...(vendors.data?.vendors ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={draft.vendorId}
          onChange={(event) => onChange({ ...draft, vendorId: event.currentTarget.value })}
        />
        <TextInput
          label="Minutes between payment and sale"
          description="At most, where only content links them"
          inputMode="numeric"
          required
          value={draft.window}
          onChange={(event) => onChange({ ...draft, window: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

function Fee({ draft, onChange }: Fields): ReactNode {
  const { currency } = useSession().utility;
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label="A line says"
        data={[
          { value: 'gross', label: 'what the customer paid' },
          { value: 'net', label: 'what is left after the fee' },
        ]}
        value={draft.moneyBasis}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...draft, moneyBasis: value === 'net' ? 'net' : 'gross' })
        }
      />
      <TextInput
        label="Fee agreed, as a share (optional)"
        description="Such as 1.5 %; empty when any fee is right"
        value={draft.feePercent}
        onChange={(event) => onChange({ ...draft, feePercent: event.currentTarget.value })}
      />
      <TextInput
        label={`Fee agreed, fixed, in ${currency.symbol} (optional)`}
        inputMode="decimal"
        value={draft.feeFixed}
        onChange={(event) => onChange({ ...draft, feeFixed: event.currentTarget.value })}
      />
      <NativeSelect
        label="The share is rounded"
        data={[
          { value: 'half_up', label: 'half up' },
          { value: 'down', label: 'down' },
          { value: 'up', label: 'up' },
        ]}
        value={draft.feeRounding}
        onChange={({ currentTarget: { value } }) =>
          onChange({
            ...draft,
            feeRounding: value === 'down' || value === 'up' ? value : 'half_up',
          })
        }
      />
    </div>
  );
}

export function SourceFields(o: Fields): ReactNode {
  return (
    <>
      <Panel heading="What it is">
        <What {...o} />
      </Panel>
      <Panel heading="What its statements must show">
        <Expected {...o} />
      </Panel>
      <Panel heading="Fees">
        <Fee {...o} />
      </Panel>
    </>
  );
}
