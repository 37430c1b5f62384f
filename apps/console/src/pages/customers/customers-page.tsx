/**
 * Customers, and one box that finds them by whatever they know: a name, a telephone number, the
 * number of a meter or an account, an address. /customers, /customers?query=…, /customers?add=<id>
 */
import { Badge, Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFileSpreadsheet, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Customer, SearchHit } from '../../api/model.ts';
import { groupDigits } from '../../digits.ts';
import { AddCustomerForm } from '../../forms/customer.tsx';
import { METER_STATES } from '../../meter-life.ts';
import { mayDo, mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { customerListQuery, searchQuery, useSupplyChanged } from './customer-queries.ts';
import classes from './customers.module.css';

const TYPING_PAUSE = 200;

function CustomerRow({ customer }: { readonly customer: Customer }): ReactNode {
  return (
    <li>
      <Link to={`/customers/${customer.id}`} className={classes['hit'] ?? ''}>
        <strong>{customer.erased_at === null ? customer.name : 'Erased'}</strong>
        <span>{customer.phone ?? ''}</span>
      </Link>
    </li>
  );
}

/** Where a hit leads: to the customer, or to the meter where nobody is known. */
function placeOf({ customer, meter }: SearchHit): string | null {
  if (customer !== null) return `/customers/${customer.id}`;
  return meter === null ? null : `/meters/${meter.meter_number}`;
}

function HitRow({ hit }: { readonly hit: SearchHit }): ReactNode {
  const { customer, agreement, meter, service_point: point } = hit;
  const to = placeOf(hit);
  const content = (
    <>
      <strong>{customer?.name ?? 'No customer'}</strong>
      <span>{customer?.phone ?? ''}</span>
      <span>
        {point?.address ?? ''}
        {point !== null && point.area !== '' && `, ${point.area}`}
      </span>
      <span>
        {meter === null ? (
          'No meter'
        ) : (
          <span className="wv-mono">{groupDigits(meter.meter_number)}</span>
        )}{' '}
        {meter !== null && meter.status !== 'active' && (
          <Badge size="sm" variant="light" color={METER_STATES[meter.status].color}>
            {METER_STATES[meter.status].label}
          </Badge>
        )}
        {agreement !== null && !agreement.in_force && (
          <Badge size="sm" variant="light" color="gray">
            ended
          </Badge>
        )}
      </span>
    </>
  );
  return (
    <li>
      {to === null ? (
        <div className={classes['hit']}>{content}</div>
      ) : (
        <Link to={to} className={classes['hit'] ?? ''}>
          {content}
        </Link>
      )}
    </li>
  );
}

function Found({ query }: { readonly query: string }): ReactNode {
  const found = useQuery({ ...searchQuery(query), placeholderData: keepPreviousData });
  const hits = found.data?.hits ?? [];
  return (
    <Panel flush>
      <ListState
        list={found}
        isEmpty={hits.length === 0}
        heading="Nothing is found"
        text="Names and addresses are found by the beginning of each word, numbers from the first digit."
      />
      <ul className={classes['list']} aria-label="Found">
        {hits.map((hit) => (
          <HitRow
            key={`${hit.agreement?.id ?? ''} ${hit.meter?.meter_number ?? ''} ${hit.customer?.id ?? ''} ${hit.service_point?.id ?? ''}`}
            hit={hit}
          />
        ))}
      </ul>
      {found.data?.more === true && <p className={classes['foot']}>There are more: type more.</p>}
    </Panel>
  );
}

function All(): ReactNode {
  const session = useSession();
  const list = useInfiniteQuery(customerListQuery);
  const customers = (list.data?.pages ?? []).flatMap((page) => page.customers);
  if (list.isSuccess && customers.length === 0) {
    return (
      <EmptyNote
        heading="There are no customers yet"
        text="The fastest way is a spreadsheet with one line for each customer and meter."
      >
        {mayUse('import', session) && (
          <Button
            component={Link}
            to="/import"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          >
            Import from a spreadsheet
          </Button>
        )}
      </EmptyNote>
    );
  }
  return (
    <Panel flush>
      <ListState list={list} isEmpty={false} heading="" />
      <ul className={classes['list']} aria-label="All customers">
        {customers.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} />
        ))}
      </ul>
      <MoreButton list={list} />
    </Panel>
  );
}

function SearchBox(o: {
  readonly first: string;
  readonly onQuery: (query: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(o.first);
  const ask = useDebouncedCallback(o.onQuery, TYPING_PAUSE);
  return (
    <TextInput
      aria-label="Find a customer, meter or address"
      placeholder="Name, telephone, meter, account, address"
      type="search"
      autoComplete="off"
      spellCheck={false}
      size="md"
      autoFocus
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value.trim());
      }}
    />
  );
}

export function CustomersPage(): ReactNode {
  const session = useSession();
  const navigate = useNavigate();
  const changed = useSupplyChanged();
  const [params, setParams] = useSearchParams();
  const query = params.get('query') ?? '';
  const adding = params.get('add');
  const mayWrite = mayDo('write-customers', session);
  return (
    <>
      <PageHead
        title="Customers"
        help="Who is supplied, where, through which meter."
        actions={
          mayWrite && (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setParams({ add: newId() })}
            >
              Add a customer
            </Button>
          )
        }
      />
      <div className={classes['page']}>
        <SearchBox
          first={query}
          onQuery={(next) => setParams(next === '' ? {} : { query: next }, { replace: true })}
        />
        {query === '' ? <All /> : <Found query={query} />}
      </div>
      {mayWrite && adding !== null && (
        <AddCustomerForm
          customerId={adding}
          onDone={(customer) => {
            changed();
            if (customer !== null) void navigate(`/customers/${customer.id}`, { replace: true });
          }}
          onClose={() => setParams({}, { replace: true })}
        />
      )}
    </>
  );
}
