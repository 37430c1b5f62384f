import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Today } from '../../api/model.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import classes from './today.module.css';

type BooksData = Today['books'];

function Rows({ books }: { readonly books: BooksData }): ReactNode {
  const { currency } = useSession().utility;
  const count = (value: number): string => new Intl.NumberFormat().format(value);
  const { issued, state } = books.security_module;
  return (
    <dl className={classes['bookRows']}>
      <div>
        <dt>Ledger entries</dt>
        <dd>{count(books.entries)}</dd>
      </div>
      <div>
        <dt>Sum of all postings</dt>
        <dd>{formatMoney(books.sum_minor, currency)}</dd>
      </div>
      <div>
        <dt>Sales posted</dt>
        <dd>{count(books.vends_posted)}</dd>
      </div>
      <div>
        <dt>Tokens stored</dt>
        <dd>{count(books.tokens_issued)}</dd>
      </div>
      <div>
        <dt>Security module counts</dt>
        <dd>{issued === null ? (state === 'down' ? 'no answer' : 'unknown') : count(issued)}</dd>
      </div>
    </dl>
  );
}

function agreement(books: BooksData): string {
  if (books.security_module.state === 'down') {
    return 'The ledger sums to zero. The security module does not answer, so its count waits.';
  }
  return 'The ledger sums to zero, and there is one token for each sale: ledger, tokens and security module count the same.';
}

function disagreement(books: BooksData): string {
  if (!books.balanced) return 'The postings do not sum to zero.';
  if (books.vends_posted !== books.tokens_issued) {
    return 'There are not as many tokens as sales.';
  }
  return 'The security module has made another number of tokens than was sold.';
}

/** Whether money, tokens and the security module tell the same story. Loud when they do not. */
export function Books({ books }: { readonly books: BooksData }): ReactNode {
  if (books.agree) {
    return (
      <section className={classes['books']} data-agree="true" aria-label="Books">
        <p className={classes['booksHead']}>
          <IconCircleCheck size={22} aria-hidden /> The books balance
        </p>
        <p className={classes['soft']}>{agreement(books)}</p>
        <Rows books={books} />
      </section>
    );
  }
  return (
    <section className={classes['books']} data-agree="false" role="alert">
      <p className={classes['booksHead']}>
        <IconAlertOctagon size={26} aria-hidden /> The books do not agree
      </p>
      <p>
        <strong>{disagreement(books)}</strong> Stop selling and tell whoever runs this system at
        once. Nothing here mends itself.
      </p>
      <Rows books={books} />
    </section>
  );
}
