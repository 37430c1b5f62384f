/** How many requests a minute each machine client may send, by what its key says. Told the time. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { ApiKey, ApiKeyId } from '@wattvend/vending/api-keys.js';

const MINUTE_MS = 60_000;
const KEYS_MAX = 10_000;

interface Window {
  readonly startedAt: Instant;
  count: number;
}

export interface MachineLimits {
  /** Counts a request. For how many milliseconds the client must wait; 0 when it need not. */
  count(apiKey: Pick<ApiKey, 'apiKeyId' | 'requestsPerMinute'>, now: Instant): number;
}

export function createMachineLimits(): MachineLimits {
  const windows = new Map<ApiKeyId, Window>();
  return {
    count({ apiKeyId, requestsPerMinute }, now) {
      if (requestsPerMinute === null) return 0;
      const known = windows.get(apiKeyId);
      const isOpen = known !== undefined && Math.abs(now - known.startedAt) < MINUTE_MS;
      const window = isOpen ? known : { startedAt: now, count: 0 };
      if (!isOpen) {
        if (windows.size >= KEYS_MAX) windows.clear();
        windows.set(apiKeyId, window);
      }
      window.count += 1;
      if (window.count <= requestsPerMinute) return 0;
      return Math.max(1, window.startedAt + MINUTE_MS - now);
    },
  };
}
