/**
 * What needs a fresh second factor: it is tried, and when the server asks for the factor first, a
 * dialog does, and then it is tried again.
 */
import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { sessionQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { useSession } from '../shell/session.ts';
import { ShowFactor } from './show-factor.tsx';

type Act = () => Promise<Refusal | null>;

export interface FreshFactor {
  /** Does it, after the second factor was shown if need be. Gives the refusal, or null. */
  readonly guard: (act: Act) => Promise<Refusal | null>;
  /** To be put anywhere on the page. */
  readonly dialog: ReactNode;
}

export function useFreshFactor(): FreshFactor {
  const queries = useQueryClient();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const answer = useRef<(isShown: boolean) => void>(() => undefined);
  function end(isShown: boolean): void {
    setAsking(false);
    answer.current(isShown);
  }
  return {
    async guard(act) {
      const refusal = await act();
      if (refusal?.code !== 'second_factor_required') return refusal;
      setAsking(true);
      const isShown = await new Promise<boolean>((resolve) => {
        answer.current = resolve;
      });
      return isShown ? await act() : refusal;
    },
    dialog: (
      <Modal
        opened={asking}
        onClose={() => end(false)}
        title="Show your second factor again"
        centered
      >
        <ShowFactor
          factors={session.second_factor}
          onShown={(shown) => {
            queries.setQueryData(sessionQuery.queryKey, shown);
            end(true);
          }}
        />
      </Modal>
    ),
  };
}
