import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';

const SHOWN_FOR = 2000;

export function CopyButton(o: { readonly text: string; readonly label: string }): ReactNode {
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const words = copied === null ? o.label : copied ? 'Copied' : 'Could not copy';
  return (
    <Button
      variant="default"
      leftSection={copied === true ? <IconCheck size={18} /> : <IconCopy size={18} />}
      onClick={() => void copyText(o.text).then(setCopied)}
      aria-live="polite"
    >
      {words}
    </Button>
  );
}
