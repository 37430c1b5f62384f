import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { keepPaper, PAPERS, type Paper, paperName, readPaper } from './paper.ts';
import classes from './receipt.module.css';

/** Prints the slip that stands on the page; the paper is chosen once. */
export function PrintButton(): ReactNode {
  const [paper, setPaper] = useState(readPaper);
  function choose(chosen: Paper): void {
    keepPaper(chosen);
    setPaper(chosen);
    // The slip reads the paper when it is printed, so it is told through the page.
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
          <ActionIcon variant="default" size={42} aria-label={`Paper, now ${paperName(paper)}`}>
            <IconChevronDown size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Paper</Menu.Label>
          {PAPERS.map((one) => (
            <Menu.Item
              key={one}
              rightSection={one === paper ? <IconCheck size={16} /> : null}
              onClick={() => choose(one)}
            >
              {paperName(one)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
