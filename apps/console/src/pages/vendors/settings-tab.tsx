/** How a vendor works: its credit limit, its tills, and whether it may sell at all. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { Vendor } from '../../api/model.ts';
import type { Refusal } from '../../api/refusal.ts';
import { CreditLimitForm } from '../../forms/credit-limit.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { usePlace } from './place.ts';
import { useVendorChanged } from './vendor-queries.ts';
import classes from './vendors.module.css';

function CreditLimit({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const session = useSession();
  const changed = useVendorChanged(vendor.id);
  const isPrepaid = BigInt(vendor.credit_limit_minor) === 0n;
  const limit = formatMoney(vendor.credit_limit_minor, session.utility.currency);
  return (
    <Panel heading="Credit limit">
      <div className={classes['stack']}>
        <p className={classes['text']}>
          {isPrepaid
            ? 'Prepaid: it sells what it has paid in.'
            : `It may sell ${limit} before it pays.`}
        </p>
        {mayDo('order-limits', session) && (
          <div>
            <Button variant="default" onClick={() => place.open('credit-limit')}>
              Ask for another limit
            </Button>
          </div>
        )}
      </div>
      {place.dialog?.name === 'credit-limit' && mayDo('order-limits', session) && (
        <CreditLimitForm
          key={place.dialog.id}
          vendor={vendor}
          orderId={place.dialog.id}
          onDone={changed}
          onClose={place.close}
        />
      )}
    </Panel>
  );
}

function Tills({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const changed = useVendorChanged(vendor.id);
  const isReadOnly = !mayDo('manage-vendors', useSession());
  const [settings, setSettings] = useState(vendor.settings);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const isSame =
    settings.shift_required === vendor.settings.shift_required &&
    settings.till_owner === vendor.settings.till_owner;
  async function save(): Promise<void> {
    setBusy(true);
    const params = { path: { id: vendor.id } };
    const answer = await call(api.PUT('/v1/vendors/{id}/settings', { params, body: settings }));
    setBusy(false);
    changed();
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    setRefusal(null);
    notifications.show({ message: 'The settings are saved.' });
  }
  return (
    <Panel heading="Tills">
      <div className={classes['stack']}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <Checkbox
          label="Selling needs an open shift"
          disabled={isReadOnly}
          checked={settings.shift_required}
          onChange={(event) =>
            setSettings({ ...settings, shift_required: event.currentTarget.checked })
          }
        />
        <NativeSelect
          label="The money in the till is"
          description="Differences in the utility's own tills are posted, and somebody else counts"
          disabled={isReadOnly}
          data={[
            { value: 'vendor', label: "The vendor's" },
            { value: 'utility', label: "The utility's" },
          ]}
          value={settings.till_owner}
          onChange={({ currentTarget }) => {
            const till_owner = currentTarget.value === 'utility' ? 'utility' : 'vendor';
            setSettings({ ...settings, till_owner });
          }}
        />
        {!isReadOnly && (
          <div>
            <Button disabled={isSame} loading={busy} onClick={() => void save()}>
              Save
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function SuspendForm(o: {
  readonly vendor: Vendor;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor } = o;
  const [note, setNote] = useState('');
  async function send(): Promise<Refusal | null> {
    const params = { path: { id: vendor.id } };
    const body = { note: note.trim() };
    const answer = await call(api.PUT('/v1/vendors/{id}/suspension', { params, body }));
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `${vendor.name} sells nothing any more.` });
    return null;
  }
  return (
    <FormDialog
      title={`Suspend ${vendor.name}?`}
      verb="Suspend"
      ready={note.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        Nobody sells for it from the next second on. Money may still be paid in.
      </p>
      <TextInput
        label="Why, for the records"
        required
        data-autofocus
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function Suspension({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const changed = useVendorChanged(vendor.id);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const mayManage = mayDo('manage-vendors', useSession());
  async function resume(): Promise<void> {
    setBusy(true);
    const params = { path: { id: vendor.id } };
    const answer = await call(api.DELETE('/v1/vendors/{id}/suspension', { params }));
    setBusy(false);
    changed();
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    setRefusal(null);
    notifications.show({ message: `${vendor.name} may sell again.` });
  }
  const isSuspended = vendor.status === 'suspended';
  return (
    <Panel heading="Selling">
      <div className={classes['stack']}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <p className={classes['text']}>
          {isSuspended ? 'It is suspended and sells nothing.' : 'It may sell.'}
          {vendor.suspension?.for === 'deposit_reversed' &&
            ' This ends by itself when its float covers what was sold.'}
        </p>
        {mayManage && (
          <div>
            {isSuspended ? (
              <Button variant="default" loading={busy} onClick={() => void resume()}>
                Let it sell again
              </Button>
            ) : (
              <Button variant="default" c="var(--wv-bad)" onClick={() => place.open('suspend')}>
                Suspend
              </Button>
            )}
          </div>
        )}
      </div>
      {mayManage && !isSuspended && place.dialog?.name === 'suspend' && (
        <SuspendForm vendor={vendor} onDone={changed} onClose={place.close} />
      )}
    </Panel>
  );
}

export function SettingsTab({ vendor }: { readonly vendor: Vendor }): ReactNode {
  return (
    <div className={classes['columns']}>
      <CreditLimit vendor={vendor} />
      <Suspension vendor={vendor} />
      <Tills key={JSON.stringify(vendor.settings)} vendor={vendor} />
    </div>
  );
}
