/** From a receipt to the meter on the wall, with the digits in hand; only the demo has one. */
import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export function KeyInButton(o: {
  readonly meterNumber: string;
  readonly digits: string;
}): ReactNode {
  return (
    <Button
      size="md"
      variant="light"
      color="amber"
      component={Link}
      to={`/meter/${o.meterNumber}?token=${o.digits}`}
      leftSection={<IconPlugConnected size={18} aria-hidden />}
    >
      Key it into the meter
    </Button>
  );
}
