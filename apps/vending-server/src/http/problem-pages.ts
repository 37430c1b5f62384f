/** GET /problems/{code}: the page that the `type` of a refusal leads to. */
import { z } from 'zod';
import { PUBLIC } from './access.ts';
import type { App } from './context.ts';
import { sendProblem } from './problem.ts';
import { isRefusalCode, REFUSALS } from './refusals.ts';

export function problemPages(app: App): void {
  app.get(
    '/problems/:code',
    {
      config: { access: PUBLIC },
      schema: { hide: true, params: z.object({ code: z.string() }) },
    },
    (request, reply) => {
      const { code } = request.params;
      if (!isRefusalCode(code)) return sendProblem(reply, 'path_not_found');
      const { title, status, detail, retryCanHelp } = REFUSALS[code];
      const retry = retryCanHelp
        ? 'The very same request may succeed later.'
        : 'The very same request will not succeed by being sent again.';
      // The table's own text, which holds nothing from a request and no markup.
      const body = `<h1>${title}</h1><p>${detail}</p><p>${retry}</p><p><code>${code}</code>, HTTP status ${status}</p>`;
      return reply
        .type('text/html; charset=utf-8')
        .send(
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${body}`,
        );
    },
  );
}
