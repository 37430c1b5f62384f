/** Whether the parts are there. */
import { z } from 'zod';

export const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']),
    database: z.enum(['up', 'down']),
    security_module: z.enum(['up', 'down']),
  })
  .meta({ id: 'Health' });
