/**
 * What the server and the desk's thread say to each other. What comes together in one turn of the
 * event loop travels in one message: a message costs more than what is in it.
 */
import type { KeyObject } from 'node:crypto';
import type { OpenDatabaseOptions } from '@wattvend/database/database.js';
import type { SaleBook } from '@wattvend/vending/sale-entry.js';
import type { FreeUnitsRequest, OrderRequest, VendRequest } from '@wattvend/vending/vend.js';
import type { VendAnswer } from '@wattvend/vending/vend-desk.js';

/** What the thread is given at its start. */
export interface DeskGround {
  readonly database: Pick<OpenDatabaseOptions, 'connection' | 'role'>;
  readonly module: { readonly socketPath: string; readonly signingKey: KeyObject };
  readonly book: SaleBook;
}

export type DeskQuestion =
  | { readonly ask: 'vend'; readonly request: VendRequest }
  | { readonly ask: 'claimFree'; readonly request: FreeUnitsRequest }
  | { readonly ask: 'issueOrder'; readonly request: OrderRequest }
  | { readonly ask: 'sweep' }
  | { readonly ask: 'drained' }
  | { readonly ask: 'close' };

/** Numbered by who asks; the answer has the same number. */
export interface Numbered {
  readonly number: number;
  readonly question: DeskQuestion;
}

export type DeskOutcome =
  | { readonly kind: 'vend'; readonly answer: VendAnswer }
  | { readonly kind: 'swept'; readonly finished: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly fault: CarriedFault };

/** An error as it travels; a class of its own does not survive the way by itself. */
export interface CarriedFault {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** The database's word, where it has said one. */
  readonly sqlState: string | null;
}

/** An error of the desk that is of no kind the server knows. */
export class DeskFault extends Error {
  override readonly name = 'DeskFault';
  readonly sqlState: string | null;

  constructor({ name, message, sqlState }: CarriedFault) {
    super(name === 'Error' ? message : `${name}: ${message}`);
    this.sqlState = sqlState;
  }
}

export interface DeskAnswers {
  readonly answers: readonly { readonly number: number; readonly outcome: DeskOutcome }[];
  readonly isModuleAvailable: boolean;
}
