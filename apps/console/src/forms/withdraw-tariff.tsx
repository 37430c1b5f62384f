/** Puts a draft away for good. */
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { type TariffVersion, useTariffsChanged } from '../pages/tariffs/tariff-queries.ts';
import { Confirm } from './confirm.tsx';

export function WithdrawTariff(o: {
  readonly version: TariffVersion;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version, name } = o.version;
  const changed = useTariffsChanged();
  async function act(): Promise<Refusal | null> {
    const answer = await call(
      api.POST('/v1/tariffs/{id}/versions/{version}/withdrawal', {
        params: { path: { id, version } },
      }),
    );
    changed();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'The draft is put away.' });
    return null;
  }
  return (
    <Confirm
      title={`Withdraw version ${version} of ${name}`}
      text="The draft is put away for good and its number is not used again. To change it, write a new version from it first."
      verb="Withdraw"
      act={act}
      onClose={o.onClose}
    />
  );
}
