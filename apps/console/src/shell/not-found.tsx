import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyNote } from '../ui/empty-note.tsx';
import { usePageTitle } from '../ui/page-title.ts';

export function NotFound(): ReactNode {
  usePageTitle('Not found');
  return (
    <EmptyNote
      heading="There is no such page"
      text="The address may be mistyped, or the page has moved."
      level={1}
    >
      <Button component={Link} to="/">
        Go to the first page
      </Button>
    </EmptyNote>
  );
}
