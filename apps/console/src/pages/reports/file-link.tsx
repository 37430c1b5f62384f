import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** A report as a file: the browser fetches it itself and keeps it where files are kept. */
export function FileLink(o: {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly label: string;
  readonly describedAs?: string;
  readonly variant?: 'filled' | 'default';
}): ReactNode {
  const query = Object.entries(o.query ?? {}).map(([name, value]) => [name, String(value)]);
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
  return (
    <Button
      component="a"
      href={`${o.path}${search}`}
      download
      variant={o.variant ?? 'default'}
      size="compact-sm"
      leftSection={<IconDownload size={16} aria-hidden />}
      aria-label={o.describedAs ?? o.label}
    >
      {o.label}
    </Button>
  );
}
