import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { keepPaperWidth, type PaperWidth, readPaperWidth } from './paper.ts';
import classes from './receipt.module.css';

const WIDTHS: readonly PaperWidth[] = ['58', '80'];

/** Prints the slip that stands on the page; the paper's width is chosen once. */
export function PrintButton(): ReactNode {
  const [width, setWidth] = useState(readPaperWidth);
  function choose(chosen: PaperWidth): void {
    keepPaperWidth(chosen);
    setWidth(chosen);
    // The slip reads the width when it is printed, so it is told through the page.
    document.documentElement.dataset['paper'] = chosen;
  }
  return (
    <div className={classes['print']}>
      <Button
        size="md"
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        Print
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={42} aria-label={`Paper width, now ${width} mm`}>
            <IconChevronDown size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Paper width</Menu.Label>
          {WIDTHS.map((one) => (
            <Menu.Item
              key={one}
              rightSection={one === width ? <IconCheck size={16} /> : null}
              onClick={() => choose(one)}
            >
              {one} mm
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
