/** Who is signed in, how far, and at which utility. */
import { permissionsOf } from '@wattvend/vending/permissions.js';
import type { FoundSession } from '@wattvend/vending/sessions.js';
import { findSession } from '@wattvend/vending/sessions.js';
import type { z } from 'zod';
import type { ServerContext } from './context.ts';
import { instantText } from './json.ts';
import type { sessionSchema } from './schemas/session.ts';

type SessionJson = z.infer<typeof sessionSchema>;

const STAGES = {
  whole: 'whole',
  'factor-needed': 'second_factor_needed',
  'setup-needed': 'second_factor_setup_needed',
} as const;

export function sessionJson(context: ServerContext, session: FoundSession): SessionJson {
  const { utility } = context;
  const { user, stage, strongAt } = session;
  return {
    user: {
      id: user.userId,
      display_name: user.displayName,
      sign_in_name: user.signInName,
      roles: [...user.roles],
      // Nothing may be done before the sign-in is whole, so nothing is offered.
      permissions: stage === 'whole' ? [...permissionsOf(user.roles)] : [],
      vendor: user.vendor === null ? null : { id: user.vendor.vendorId, name: user.vendor.name },
    },
    stage: STAGES[stage],
    second_factor: {
      totp: session.hasTotp,
      passkey: session.hasPasskey,
      shown_at: strongAt === null ? null : instantText(strongAt),
    },
    utility: {
      id: utility.utilityId,
      name: utility.name,
      currency: {
        code: utility.currencyCode,
        symbol: utility.currencySymbol,
        decimal_places: utility.decimalPlaces,
      },
      time_zone: utility.timeZone,
    },
    demo: context.demo !== null,
    meter_emulator_url: context.meterEmulator?.origin ?? null,
    build: { version: context.version },
  };
}

/** The session of a secret that was just given out. */
export async function sessionJsonOf(context: ServerContext, secret: string): Promise<SessionJson> {
  const session = await findSession(context.database, context.utility.utilityId, {
    secret,
    now: context.clock(),
    limits: context.sessionLimits,
  });
  if (session === null) throw new Error('a session that was just opened is not there');
  return sessionJson(context, session);
}
