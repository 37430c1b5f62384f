/** What stands where a list will be, is empty, could not be read, or goes on. */
import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Refused } from '../api/client.ts';
import { EmptyNote } from './empty-note.tsx';
import { RefusalNote } from './refusal-note.tsx';
import classes from './ui.module.css';

interface Listed {
  readonly isPending: boolean;
  readonly error: Refused | null;
  readonly data: unknown;
  readonly refetch: () => unknown;
}

export function ListState(o: {
  readonly list: Listed;
  readonly isEmpty: boolean;
  readonly heading: string;
  readonly text?: string;
}): ReactNode {
  const { list } = o;
  if (list.isPending) return <Skeleton height={140} m="md" aria-busy="true" />;
  if (list.data === undefined) {
    return list.error === null ? null : (
      <RefusalNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />
    );
  }
  if (!o.isEmpty) return null;
  return <EmptyNote heading={o.heading} {...(o.text === undefined ? {} : { text: o.text })} />;
}

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

export function MoreButton({ list }: { readonly list: Paged }): ReactNode {
  if (!list.hasNextPage) return null;
  return (
    <div className={classes['more']}>
      <Button
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        Show more
      </Button>
    </div>
  );
}
