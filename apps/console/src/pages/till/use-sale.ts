/** Performs what the sale machine says: keeps the id, asks the server, waits, forgets. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, call } from '../../api/client.ts';
import {
  forgetPendingSale,
  keepPendingSale,
  pendingSaleName,
  readPendingSale,
} from '../../sale/pending-sale.ts';
import {
  applySaleEvent,
  type PendingSale,
  type SaleAction,
  type SaleEvent,
  type SaleState,
} from '../../sale/sale.ts';
import { useSession } from '../../shell/session.ts';

class SaleDesk {
  #state: SaleState = { kind: 'idle' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #name: string;
  readonly #changed: (state: SaleState) => void;

  constructor(name: string, changed: (state: SaleState) => void) {
    this.#name = name;
    this.#changed = changed;
  }

  /** Continues a sale that a reload or another page has interrupted. */
  resume(): void {
    const pending = readPendingSale(window.sessionStorage, this.#name);
    if (pending !== null) this.apply({ kind: 'resumed', pending });
  }

  /** The page is left; the kept id stays, so that coming back asks again. */
  leave(): void {
    clearTimeout(this.#timer);
  }

  apply(event: SaleEvent): void {
    const step = applySaleEvent(this.#state, event);
    this.#state = step.state;
    for (const action of step.actions) this.#perform(action);
    this.#changed(step.state);
  }

  #perform(action: SaleAction): void {
    clearTimeout(this.#timer);
    switch (action.kind) {
      case 'keep':
        keepPendingSale(window.sessionStorage, this.#name, action.pending);
        return;
      case 'forget':
        forgetPendingSale(window.sessionStorage, this.#name);
        return;
      case 'send':
        void this.#send(action.pending);
        return;
      case 'send-later':
        this.#timer = setTimeout(() => void this.#send(action.pending), action.milliseconds);
        return;
    }
  }

  async #send(pending: PendingSale): Promise<void> {
    const { id, request } = pending;
    const params = { path: { id } };
    const { free_units: isClaim, payment, meter_number, tendered_minor } = request;
    const sold = { meter_number, tendered_minor, ...(payment === undefined ? {} : { payment }) };
    const answer = await call(
      isClaim === true
        ? api.PUT('/v1/free-units/{id}', { params, body: { meter_number } })
        : api.PUT('/v1/vends/{id}', { params, body: sold }),
    );
    if (answer.kind === 'answer') this.apply({ kind: 'answered', id, vend: answer.value });
    else this.apply({ kind: 'refused', id, refusal: answer.refusal });
  }
}

export interface Sale {
  readonly state: SaleState;
  readonly apply: (event: SaleEvent) => void;
}

/** The sale of this till and this user; continues one that was left open. */
export function useSale(): Sale {
  const { user, utility } = useSession();
  const [state, setState] = useState<SaleState>({ kind: 'idle' });
  const desk = useRef<SaleDesk | null>(null);
  const name = pendingSaleName(utility.id, user.id);
  useEffect(() => {
    const mine = new SaleDesk(name, (next) => {
      if (desk.current === mine) setState(next);
    });
    desk.current = mine;
    mine.resume();
    return () => {
      mine.leave();
      desk.current = null;
    };
  }, [name]);
  const apply = useCallback((event: SaleEvent) => desk.current?.apply(event), []);
  return { state, apply };
}
