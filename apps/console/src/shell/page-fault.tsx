import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { EmptyNote } from '../ui/empty-note.tsx';

/**
 * A page that could not be shown: a bug, or files that a new version has replaced. Loading afresh
 * helps with the second, and a begun sale survives it.
 */
export function PageFault(): ReactNode {
  const error = useRouteError();
  const words = error instanceof Error ? error.message : 'unknown fault';
  return (
    <EmptyNote
      heading="This page could not be shown"
      text={`Nothing was lost. Load it again; if it stays like this, tell your operator: ${words}`}
      level={1}
    >
      <Group justify="center">
        <Button onClick={() => window.location.reload()}>Load again</Button>
      </Group>
    </EmptyNote>
  );
}
