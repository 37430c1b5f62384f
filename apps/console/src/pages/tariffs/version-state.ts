/** What a version of a tariff is at this moment. */
import type { TariffVersion } from './tariff-queries.ts';

export type VersionState = 'in-force' | 'future' | 'waiting' | 'draft' | 'past' | 'withdrawn';

export const STATES: Readonly<
  Record<VersionState, { readonly name: string; readonly color: string }>
> = {
  'in-force': { name: 'in force', color: 'teal' },
  future: { name: 'approved, to come', color: 'blue' },
  waiting: { name: 'waits for approval', color: 'amber' },
  draft: { name: 'draft', color: 'gray' },
  past: { name: 'past', color: 'gray' },
  withdrawn: { name: 'withdrawn', color: 'gray' },
};

export function stateOfVersion(version: TariffVersion, waits: boolean, now: Date): VersionState {
  switch (version.state) {
    case 'draft':
      return waits ? 'waiting' : 'draft';
    case 'withdrawn':
      return 'withdrawn';
    case 'approved':
      if (version.in_force) return 'in-force';
      return Date.parse(version.effective_from) > now.getTime() ? 'future' : 'past';
  }
}

/** What a version is compared with: the one in force, or else the last that was approved. */
export function baseOf(
  version: Pick<TariffVersion, 'version'> | null,
  versions: readonly TariffVersion[],
): TariffVersion | null {
  const others = versions.filter(
    (each) => each.state === 'approved' && each.version !== version?.version,
  );
  // The server lists them by name, and a name may change from one to the next.
  const [last = null] = [...others].sort((a, b) => b.version - a.version);
  return others.find((each) => each.in_force) ?? last;
}

/** The number a new draft gets: numbers of withdrawn ones are not used again. */
export function nextVersion(versions: readonly TariffVersion[]): number {
  return 1 + Math.max(0, ...versions.map(({ version }) => version));
}

export interface NamedTariff {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly TariffVersion[];
}

/** The versions of each tariff together, under the name that holds now. */
export function tariffsOf(versions: readonly TariffVersion[]): readonly NamedTariff[] {
  const byId = new Map<string, TariffVersion[]>();
  for (const version of versions) {
    const together = byId.get(version.id);
    if (together === undefined) byId.set(version.id, [version]);
    else together.push(version);
  }
  return [...byId]
    .map(([id, all]) => {
      const sorted = [...all].sort((a, b) => a.version - b.version);
      const named = sorted.find((each) => each.in_force) ?? sorted.at(-1);
      return { id, name: named?.name ?? '', versions: sorted };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
