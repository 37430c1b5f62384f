/**
 * What a tariff gives, line by line, and beside it what the version in force gives. The figures come
 * from the server: they are made by what also makes quotes and sales.
 */
import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type TrialAnswer, type TrialQuote, trialQuery } from './tariff-queries.ts';
import type { TariffRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';
import { TrialFields } from './trial-fields.tsx';
import { type AskedTrial, askOf, FIRST_TRIAL, type Way } from './trial-form.ts';

export interface Compared {
  readonly name: string;
  readonly record: TariffRecord;
}

/** The energy, or the money, that was asked for. */
function Figure(o: { readonly quote: TrialQuote; readonly way: Way }): ReactNode {
  const { currency } = useSession().utility;
  const { quote } = o;
  const given =
    quote.credit_minor === null
      ? `${formatTenthKwh(quote.energy_tenth_kwh)} kWh`
      : formatMoney(quote.credit_minor, currency);
  const paid = formatMoney(quote.tendered_minor, currency);
  return (
    <p className={classes['figure']}>
      <strong>{o.way === 'money' ? given : paid}</strong>{' '}
      {o.way === 'money' ? `for ${paid}` : `is the least that gives ${given}`}
      {quote.free_tenth_kwh > 0 && `, and ${formatTenthKwh(quote.free_tenth_kwh)} kWh for nothing`}
    </p>
  );
}

function Lines({ quote }: { readonly quote: TrialQuote }): ReactNode {
  const { currency } = useSession().utility;
  return (
    <table className={classes['lines']}>
      <caption className={classes['hidden']}>What the amount is made of</caption>
      <tbody>
        {quote.lines.map((line) => (
          <tr key={`${line.kind} ${line.id} ${line.detail}`}>
            <th scope="row">
              {line.label} <small>{line.detail}</small>
            </th>
            <td>{formatMoney(line.line_minor, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">To pay</th>
          <td>{formatMoney(quote.tendered_minor, currency)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Answer(o: { readonly answer: TrialAnswer; readonly way: Way }): ReactNode {
  const { quote, refusal } = o.answer;
  if (quote === null) {
    return <p className={classes['refused']}>No sale: {refusal?.detail}</p>;
  }
  return (
    <>
      <Figure quote={quote} way={o.way} />
      <Lines quote={quote} />
    </>
  );
}

/** How much more or less, in words. */
function differenceWords(now: bigint, before: bigint, unit: (size: bigint) => string): string {
  if (now === before) return 'the same';
  const size = now > before ? now - before : before - now;
  const perMille = before === 0n ? null : (size * 1000n) / before;
  const share = perMille === null ? '' : ` (${perMille / 10n}.${perMille % 10n} %)`;
  return `${unit(size)} ${now > before ? 'more' : 'less'}${share}`;
}

function Comparison(o: {
  readonly base: Compared;
  readonly asked: AskedTrial;
  readonly way: Way;
  readonly answer: TrialAnswer;
}): ReactNode {
  const { currency } = useSession().utility;
  const { situation, ask } = o.asked;
  const { data } = useQuery(trialQuery({ record: { ...o.base.record }, situation, asks: [ask] }));
  const base = data?.answers[0];
  if (base === undefined) return null;
  const [is, was] = [o.answer.quote, base.quote];
  const words =
    is === null || was === null
      ? null
      : o.way === 'money'
        ? differenceWords(
            BigInt(is.energy_tenth_kwh),
            BigInt(was.energy_tenth_kwh),
            (tenths) => `${formatTenthKwh(Number(tenths))} kWh`,
          )
        : differenceWords(BigInt(is.tendered_minor), BigInt(was.tendered_minor), (minor) =>
            formatMoney(minor, currency),
          );
  return (
    <details className={classes['comparison']}>
      <summary>
        {words === null
          ? `What ${o.base.name} gives`
          : `Against ${o.base.name}, with this version it is ${words}`}
      </summary>
      <Answer answer={base} way={o.way} />
    </details>
  );
}

const PAUSE_MS = 250;

/** `isWhole` is false while the record has faults: then there is nothing to try. */
export function TryIt(o: {
  readonly record: TariffRecord;
  readonly isWhole: boolean;
  readonly base: Compared | null;
}): ReactNode {
  const { currency } = useSession().utility;
  const [form, setForm] = useState(FIRST_TRIAL);
  const { asked, faults } = askOf(form, o.record, currency);
  const [paused] = useDebouncedValue({ record: o.record, asked, way: form.way }, PAUSE_MS);
  const { data, error, refetch } = useQuery({
    ...trialQuery({
      record: { ...paused.record },
      ...(paused.asked === null
        ? {}
        : { situation: paused.asked.situation, asks: [paused.asked.ask] }),
    }),
    enabled: paused.asked !== null && o.isWhole,
  });
  const answer = o.isWhole ? data?.answers[0] : undefined;
  return (
    <Panel heading="What does it buy?">
      <TrialFields form={form} faults={faults} onChange={setForm} record={o.record} />
      <div className={classes['answer']} aria-live="polite" data-testid="trial">
        {error !== null && <RefusalNote refusal={error.refusal} onRetry={() => void refetch()} />}
        {!o.isWhole && <p className={classes['soft']}>Shown as soon as the tariff is whole.</p>}
        {o.isWhole && answer === undefined && error === null && asked !== null && (
          <Skeleton height={120} aria-busy="true" />
        )}
        {answer !== undefined && <Answer answer={answer} way={paused.way} />}
        {answer !== undefined && o.base !== null && paused.asked !== null && (
          <Comparison base={o.base} asked={paused.asked} way={paused.way} answer={answer} />
        )}
      </div>
    </Panel>
  );
}
