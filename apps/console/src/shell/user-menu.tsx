import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconSelector, IconShieldLock, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, call } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { workOf } from '../forms/role-words.ts';
import { useSession } from './session.ts';
import classes from './shell.module.css';

const SCHEMES = [
  { value: 'auto', label: 'Auto' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

function SchemeChoice(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label="Colours"
      data={SCHEMES}
      value={colorScheme}
      onChange={(value) =>
        setColorScheme(value === 'dark' ? 'dark' : value === 'light' ? 'light' : 'auto')
      }
    />
  );
}

function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call(api.DELETE('/v1/session'));
    await navigate('/sign-in', { replace: true });
    // What the last person saw must not flash up for the next one.
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, null);
  };
}

/** The demo has two people, so that what needs two can be tried out. */
function DemoSwitch(): ReactNode {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const isChecker = !useSession().user.permissions.includes('vend.sell');
  async function goOn(): Promise<void> {
    const body = { as: isChecker ? 'demo' : 'checker' } as const;
    const answer = await call(api.POST('/v1/session/demo/switch', { body }));
    if (answer.kind === 'refusal') return;
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, answer.value);
    await navigate('/');
  }
  return (
    <Menu.Item leftSection={<IconUsers size={16} />} onClick={() => void goOn()}>
      {isChecker ? 'Go on as the demo user' : 'Go on as the demo checker'}
    </Menu.Item>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
}

export function UserMenu(): ReactNode {
  const session = useSession();
  const signOut = useSignOut();
  const { user } = session;
  return (
    <Menu position="top-start" width={250} shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes['user'] ?? ''} aria-label={`${user.display_name}: menu`}>
          <span className={classes['initials']} aria-hidden="true">
            {initials(user.display_name)}
          </span>
          <span className={classes['userText']}>
            <span className={classes['userName']}>{user.display_name}</span>
            <span className={classes['userPlace']}>
              {user.vendor?.name ?? session.utility.name}
            </span>
          </span>
          <IconSelector size={16} aria-hidden className={classes['userMore'] ?? ''} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.sign_in_name} · {workOf(user.roles)}
        </Menu.Label>
        <div className={classes['scheme']}>
          <SchemeChoice />
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconShieldLock size={16} />}>
          My account
        </Menu.Item>
        {session.demo && <DemoSwitch />}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>wattvend {session.build.version}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
