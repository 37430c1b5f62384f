/** A tariff in plain words, section by section, and what changes between two of them. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { useSession } from '../../shell/session.ts';
import type { PriceAbove, TariffRecord } from './tariff-record.ts';
import { changesBetween, sectionsOf } from './tariff-words.ts';
import classes from './tariffs.module.css';
import { formatPrice } from './typed-amounts.ts';

/** The steps or bands of a tariff; null where there is one price, or none here. */
export function pricesOf({ energy }: TariffRecord): readonly PriceAbove[] | null {
  if (energy.kind === 'steps') return energy.steps;
  return energy.kind === 'bands' ? energy.bands : null;
}

function PriceTable({ prices }: { readonly prices: readonly PriceAbove[] }): ReactNode {
  const { currency } = useSession().utility;
  return (
    <Table withRowBorders verticalSpacing={4} aria-label="Prices of energy">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>From</Table.Th>
          <Table.Th>To</Table.Th>
          <Table.Th>Price before taxes</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {prices.map(({ above_tenth_kwh: above, price_e4_minor: price }, at) => {
          const next = prices[at + 1]?.above_tenth_kwh;
          return (
            <Table.Tr key={above}>
              <Table.Td>{formatTenthKwh(above)} kWh</Table.Td>
              <Table.Td>{next === undefined ? 'no end' : `${formatTenthKwh(next)} kWh`}</Table.Td>
              <Table.Td>{formatPrice(price, currency)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

export function Explained({ record }: { readonly record: TariffRecord }): ReactNode {
  const { currency } = useSession().utility;
  const prices = pricesOf(record);
  return (
    <div>
      {sectionsOf(record, currency).map(({ key, title, items }) => (
        <section key={key} className={classes['section']}>
          <h3>{title}</h3>
          {items.map(({ id, name, rules }) => (
            <div key={id} className={classes['item']}>
              <strong>{name}</strong>
              <div>
                <ul>
                  {rules
                    // What the table below says better.
                    .filter((rule) => prices === null || !rule.key.startsWith('price.'))
                    .map((rule) => (
                      <li key={rule.key}>{rule.words}</li>
                    ))}
                </ul>
                {key === 'energy' && prices !== null && <PriceTable prices={prices} />}
              </div>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** What another version says otherwise, before and after. */
export function Changes(o: {
  readonly before: TariffRecord;
  readonly after: TariffRecord;
}): ReactNode {
  const { currency } = useSession().utility;
  const changes = changesBetween(o.before, o.after, currency);
  if (changes.length === 0) return <p className={classes['soft']}>Nothing in it is different.</p>;
  return (
    <table className={classes['changes']} aria-label="What changes">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, section, item, before, after }) => (
          <tr key={key}>
            <th scope="row">
              {item} {item !== section && <small className={classes['note']}>{section}</small>}
            </th>
            <td>{before === null ? '—' : <del>{before}</del>}</td>
            <td>{after === null ? '—' : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
