/** Who must sign in with more than a password, and how far a session has come. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { Role } from '../staff/roles.ts';

/** Whoever approves, moves money at rest, holds keys or gives out rights. */
export const STRONG_ROLES: readonly Role[] = [
  'tariff_checker',
  'engineering_checker',
  'finance',
  'finance_checker',
  'key_custodian_a',
  'key_custodian_b',
  'security_officer',
];

export function mustBeStrong(roles: readonly Role[]): boolean {
  return roles.some((role) => STRONG_ROLES.includes(role));
}

/**
 * `whole`: the person may do what the roles allow. `factor-needed`: the second factor is still to be
 * shown. `setup-needed`: the roles ask for a second factor and the person has none yet.
 */
export type SessionStage = 'whole' | 'factor-needed' | 'setup-needed';

export interface SessionFactors {
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  /** When this session last showed a strong factor; null for never. */
  readonly strongAt: Instant | null;
}

export function stageOf(roles: readonly Role[], factors: SessionFactors): SessionStage {
  if (factors.strongAt !== null) return 'whole';
  if (factors.hasTotp || factors.hasPasskey) return 'factor-needed';
  return mustBeStrong(roles) ? 'setup-needed' : 'whole';
}
