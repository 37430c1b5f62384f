/** What the routes work with. main.ts makes it; nothing here is made by the routes themselves. */

import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '@wattvend/database/database.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';
import type { ApiKeyDirectory } from '@wattvend/vending/api-keys.js';
import type { ApprovalDesk } from '@wattvend/vending/approval-desk.js';
import type { FactorKey } from '@wattvend/vending/factor-key.js';
import type { NonceBook } from '@wattvend/vending/nonces.js';
import type { PasswordHasher } from '@wattvend/vending/password.js';
import type { SessionLimits } from '@wattvend/vending/sessions.js';
import type { SignInThrottle } from '@wattvend/vending/sign-in-throttle.js';
import type { UserId } from '@wattvend/vending/users.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { VendDesk } from '@wattvend/vending/vend-desk.js';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ServerLog } from '../log.ts';
import type { WebhookSenderOptions } from '../webhook-sender.ts';

/** Where the server is reached, which decides what it trusts in a request. */
export interface Site {
  /** As people type it, when it is another than the one listened on: behind a proxy, for example. */
  readonly publicUrl: URL | null;
  /** Listening on this machine only. Then a foreign name in a request is an attack. */
  readonly isLoopback: boolean;
}

/** One of the demo's meters as its factory delivered it. */
export interface DemoMeter {
  readonly meterNumber: string;
  readonly loadWatts: number;
  readonly memory: MeterMemory;
}

export interface Demo {
  readonly userId: UserId;
  /** The second person, who approves what the first one orders. */
  readonly checkerId: UserId;
  /** Opens the demo without a password; new at each start. */
  readonly linkSecret: string;
  readonly meters: readonly DemoMeter[];
}

/** What the webhooks' secrets are derived from, and where their messages may go. */
export interface WebhookSettings extends WebhookSenderOptions {
  readonly secretKey: KeyObject;
}

export interface ServerContext {
  readonly database: Database;
  readonly module: SecurityModule;
  readonly desk: Pick<VendDesk, 'vend' | 'claimFree' | 'issueOrder'>;
  readonly utility: Utility;
  readonly hasher: PasswordHasher;
  readonly throttle: SignInThrottle;
  readonly sessionLimits: SessionLimits;
  readonly apiKeys: ApiKeyDirectory;
  readonly nonces: NonceBook;
  readonly factorKey: FactorKey;
  /** Where two people decide. */
  readonly approvals: ApprovalDesk;
  readonly clock: () => Instant;
  readonly log: ServerLog;
  readonly site: Site;
  /** Null outside demo mode. */
  readonly demo: Demo | null;
  readonly webhooks: WebhookSettings;
  /** Of a meter emulator that the console's pages may use; null without one. */
  readonly meterEmulator: URL | null;
  /** Of the program, such as "0.1.0". */
  readonly version: string;
  /** Where the console's built pages lie. */
  readonly consoleFolder: string;
}

/** The Fastify instance with the schemas' types. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
