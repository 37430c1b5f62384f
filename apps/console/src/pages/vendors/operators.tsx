/** The people who sell for a vendor. */
import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Operator, Vendor } from '../../api/model.ts';
import { OperatorLimitsForm } from '../../forms/operator-limits.tsx';
import { type Currency, formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { ListState } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { usePlace } from './place.ts';
import { operatorsQuery, useVendorChanged } from './vendor-queries.ts';
import classes from './vendors.module.css';

function limitWords({ limits }: Operator, currency: Currency): string {
  const { most_tendered_minor: most, most_per_day_minor: perDay } = limits;
  const { most_vends_per_day: vends } = limits;
  const words = [
    ...(most === null ? [] : [`${formatMoney(most, currency)} a sale`]),
    ...(perDay === null ? [] : [`${formatMoney(perDay, currency)} a day`]),
    ...(vends === null ? [] : [`${vends} sales a day`]),
  ];
  return words.length === 0 ? 'No limits' : `At most ${words.join(', ')}`;
}

function OperatorRow(o: { readonly operator: Operator; readonly onLimits: () => void }): ReactNode {
  const { operator } = o;
  const session = useSession();
  const { currency, time_zone: timeZone } = session.utility;
  return (
    <li className={classes['row']}>
      <div>
        <p className={classes['text']}>
          <strong>{operator.display_name}</strong>{' '}
          {operator.disabled && (
            <Badge variant="light" color="gray">
              disabled
            </Badge>
          )}
          {operator.open_shift !== null && (
            <Badge variant="light" color="amber">
              shift since {formatInstant(operator.open_shift.opened_at, timeZone)}
            </Badge>
          )}
        </p>
        <small className={classes['note']}>{limitWords(operator, currency)}</small>
      </div>
      {mayDo('manage-vendors', session) && (
        <Button
          size="xs"
          variant="default"
          onClick={o.onLimits}
          aria-label={`Limits of ${operator.display_name}`}
        >
          Limits
        </Button>
      )}
    </li>
  );
}

export function Operators({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const changed = useVendorChanged(vendor.id);
  const list = useQuery(operatorsQuery(vendor.id));
  const operators = list.data?.operators ?? [];
  const { dialog } = place;
  const limited = operators.find(({ id }) => dialog?.name === 'limits' && id === dialog.of);
  return (
    <Panel heading="Operators">
      <ListState
        list={list}
        isEmpty={operators.length === 0}
        heading="Nobody sells for this vendor yet"
      />
      <ul className={classes['rows']}>
        {operators.map((operator) => (
          <OperatorRow
            key={operator.id}
            operator={operator}
            onLimits={() => place.open('limits', operator.id)}
          />
        ))}
      </ul>
      {limited !== undefined && (
        <OperatorLimitsForm
          key={dialog?.id}
          vendor={vendor}
          operator={limited}
          onDone={changed}
          onClose={place.close}
        />
      )}
    </Panel>
  );
}
