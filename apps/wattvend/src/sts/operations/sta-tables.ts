/** The member `tables` of a request: which tables algorithm 07 works with. */
import {
  STA_OPERATIONAL_TABLES,
  STA_SAMPLE_TABLES,
  type StaTables,
} from '@wattvend/sts/sta-tables.js';
import { type JsonObject, type Refusal, refuse } from '../request.ts';

export function readStaTables(request: JsonObject): StaTables | Refusal {
  const { tables } = request;
  if (tables === undefined || tables === 'operational') return STA_OPERATIONAL_TABLES;
  if (tables === 'sample') return STA_SAMPLE_TABLES;
  return refuse('BadRequest', '"tables" must be "operational" or "sample"');
}
