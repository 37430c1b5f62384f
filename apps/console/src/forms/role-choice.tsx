/** Roles to tick, in groups. One that does not go with what is ticked says why. */
import { Checkbox, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Role } from '../api/model.ts';
import { rolesQuery } from '../api/queries.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import classes from './forms.module.css';
import { ROLE_GROUPS, roleName, roleWork, whyNot } from './role-words.ts';

export function RoleChoice(o: {
  readonly chosen: readonly Role[];
  readonly founder: boolean;
  readonly onChange: (roles: readonly Role[]) => void;
}): ReactNode {
  const { chosen, founder, onChange } = o;
  const roles = useQuery(rolesQuery);
  if (roles.data === undefined) {
    return roles.error === null ? (
      <Skeleton height={260} aria-busy="true" />
    ) : (
      <RefusalNote refusal={roles.error.refusal} onRetry={() => void roles.refetch()} />
    );
  }
  const { data } = roles;
  return (
    <div className={classes['roles']}>
      {ROLE_GROUPS.map((group) => (
        <fieldset key={group.name} className={classes['roleGroup']}>
          <legend>{group.name}</legend>
          <Stack gap="xs">
            {group.roles.map((role) => {
              const isChosen = chosen.includes(role);
              const why = isChosen ? null : whyNot(role, chosen, { roles: data, founder });
              return (
                <Checkbox
                  key={role}
                  label={roleName(role)}
                  description={why ?? roleWork(role)}
                  checked={isChosen}
                  disabled={why !== null}
                  onChange={() =>
                    onChange(isChosen ? chosen.filter((each) => each !== role) : [...chosen, role])
                  }
                />
              );
            })}
          </Stack>
        </fieldset>
      ))}
    </div>
  );
}
