/** Watches a meter of an emulator on its live line, and asks it for things. The line is made again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type EmulatorRequest, liveAddress } from '../../emulated-meter/ask-emulator.ts';
import {
  type EmulatedMeter,
  type EmulatorMessage,
  parseEmulatorMessage,
} from '../../emulated-meter/emulator-messages.ts';

export type LinkState = 'connecting' | 'connected' | 'lost';

export interface WatchedMeter {
  readonly link: LinkState;
  /** As it was seen last; null before the first time. */
  readonly meter: EmulatedMeter | null;
  /** Why the emulator did not do what it was asked last. */
  readonly refusal: string | null;
  /** Something came that is no message of an emulator. */
  readonly isForeign: boolean;
  readonly ask: (request: EmulatorRequest) => void;
}

const AGAIN_AFTER = 2_000;

type Seen = Pick<WatchedMeter, 'meter' | 'refusal' | 'isForeign'>;

const NOTHING_SEEN: Seen = { meter: null, refusal: null, isForeign: false };

function withMessage(seen: Seen, message: EmulatorMessage): Seen {
  switch (message.kind) {
    case 'picture':
      return { ...seen, meter: message.meter, isForeign: false };
    case 'refused':
      return { ...seen, refusal: message.sentence };
    case 'done':
      return { ...seen, refusal: null };
    case 'fault':
      return { ...seen, isForeign: true };
  }
}

export function useEmulatedMeter(emulatorUrl: string, meterNumber: string): WatchedMeter {
  const [link, setLink] = useState<LinkState>('connecting');
  const [seen, setSeen] = useState(NOTHING_SEEN);
  const line = useRef<WebSocket | null>(null);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = (): void => {
      const opened = new WebSocket(liveAddress(emulatorUrl, meterNumber));
      line.current = opened;
      opened.addEventListener('open', () => setLink('connected'));
      opened.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const message = parseEmulatorMessage(typeof data === 'string' ? data : '');
        if (!isOver) setSeen((before) => withMessage(before, message));
      });
      opened.addEventListener('close', () => {
        if (isOver) return;
        setLink('lost');
        timer = setTimeout(connect, AGAIN_AFTER);
      });
    };
    connect();
    return () => {
      isOver = true;
      clearTimeout(timer);
      line.current?.close();
    };
  }, [emulatorUrl, meterNumber]);
  const ask = useCallback((request: EmulatorRequest): void => {
    // What is pressed while the line is lost is not kept: nobody presses a key twice unawares.
    if (line.current?.readyState === WebSocket.OPEN) line.current.send(JSON.stringify(request));
  }, []);
  return { link, ...seen, ask };
}
