import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Refusal } from '../api/refusal.ts';

/** A refusal in the server's own words, with a second try where that can help. */
export function RefusalNote(o: {
  readonly refusal: Refusal;
  readonly onRetry?: () => void;
}): ReactNode {
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={o.refusal.title}
    >
      <p style={{ margin: 0 }}>{o.refusal.detail}</p>
      {o.refusal.errors.length > 0 && (
        <ul style={{ margin: '6px 0 0', paddingInlineStart: '1.2em' }}>
          {o.refusal.errors.map((error) => (
            <li key={`${error.path} ${error.message}`}>
              {error.path === '' ? error.message : `${error.path}: ${error.message}`}
            </li>
          ))}
        </ul>
      )}
      {o.onRetry !== undefined && (
        <Button size="xs" variant="default" mt="sm" onClick={o.onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
