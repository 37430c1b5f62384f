/** POST /v1/tariffs/trial: what is wrong with a tariff, and what it would give. Nothing is stored. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import { isLocalDate, type LocalDate } from '@wattvend/tariff/calendar.js';
import type { QuoteAnswer } from '@wattvend/tariff/quote.js';
import { adjustmentE4Minor } from '@wattvend/tariff/tariff.js';
import { parseTariff } from '@wattvend/tariff/tariff-record.js';
import { draftFaults, effectiveRefusal } from '@wattvend/vending/draft-tariff.js';
import { type TrialAsk, type TrialSituation, tryTariff } from '@wattvend/vending/tariff-trial.js';
import { listTariffVersions } from '@wattvend/vending/tariffs.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { z } from 'zod';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { creditJson } from './json.ts';
import { lineJson } from './line-json.ts';
import { SECURITY_USER } from './openapi.ts';
import { moneyOf, plainId } from './parse.ts';
import { refusalDetail } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { problems, WRITE_REFUSALS } from './schemas/problem.ts';
import { newTariffTrialSchema, tariffTrialSchema } from './schemas/tariff-trial.ts';
import { vendRefusalDetail } from './vend-refusal.ts';

// One for each stop of whoever types, and a few for the charts beside it.
const TRIALS_A_MINUTE = 240;

type NewTrial = z.infer<typeof newTariffTrialSchema>;
type TrialJson = z.infer<typeof tariffTrialSchema>;
type Fault = TrialJson['faults'][number];

export function tariffTrialRoutes(app: App, context: ServerContext): void {
  app.post(
    '/v1/tariffs/trial',
    {
      // Tills read tariffs and try none out: the figures cost much to make.
      config: { access: may('approval.read'), rateLimit: perPrincipal(TRIALS_A_MINUTE) },
      schema: {
        operationId: 'tryTariff',
        summary: 'What is wrong with a tariff, and what it would give; nothing is stored',
        description:
          'Everything that is wrong is in `faults`. The figures are made by what also makes quotes ' +
          'and vends, for a customer who is only described.',
        tags: ['tariffs'],
        security: SECURITY_USER,
        body: newTariffTrialSchema,
        response: {
          200: tariffTrialSchema,
          ...problems(...WRITE_REFUSALS, 'too_many_requests'),
        },
      },
    },
    async (request): Promise<TrialJson> => {
      const { body } = request;
      const parsed = parseTariff(body.record);
      const dateFaults = await effectiveFaults(context, body);
      if (parsed.kind === 'fault') {
        return { faults: [...parsed.faults, ...dateFaults], answers: [] };
      }
      const { database, utility, clock } = context;
      const faults = await draftFaults(database, utility, parsed.tariff);
      if (faults.length > 0) return { faults: [...faults, ...dateFaults], answers: [] };
      const trial = { situation: situationOf(body.situation), asks: body.asks.map(askOf) };
      const answers = await tryTariff(database, utility, parsed.tariff, trial, clock());
      return {
        faults: [...dateFaults],
        answers: answers.map((answer) => answerJson(utility, answer)),
      };
    },
  );
}

/** A date that collides with another version, or has passed. */
async function effectiveFaults(
  { database, utility, clock }: ServerContext,
  { tariff_id: tariffId, effective_from: from }: NewTrial,
): Promise<readonly Fault[]> {
  if (from === undefined || tariffId === undefined) return [];
  const versions = await listTariffVersions(database, utility.utilityId, plainId<string>(tariffId));
  const draft = { effectiveFrom: instant(Date.parse(from)) };
  const code = effectiveRefusal(versions, draft, clock());
  if (code === null) return [];
  return [{ path: 'effective_from', code, message: refusalDetail(code, {}) }];
}

function situationOf(json: NewTrial['situation']): TrialSituation {
  return {
    date: json.date === undefined ? null : dateOf(json.date),
    channel: json.channel,
    energyThisMonth: tenthKwh(json.energy_this_month_tenth_kwh),
    tenderedThisMonth: moneyOf(json.tendered_this_month_minor),
    energyOfEachMonth: tenthKwh(json.energy_of_each_month_tenth_kwh),
    chargesPaid: json.charges_paid,
    monthsOwed: json.months_owed,
    exemptions: json.exemptions,
    entitlements: json.entitlements,
    assumed: assumedOf(json.assumed_e4_minor),
  };
}

function dateOf(text: string): LocalDate {
  const [year = 0, of = 0, day = 0] = text.split('-').map(Number);
  const date = { year, month: of, day };
  if (!isLocalDate(date)) throw new RangeError(`the schema let a day through: ${text}`);
  return date;
}

function assumedOf(json: Readonly<Record<string, string>>): TrialSituation['assumed'] {
  return Object.fromEntries(
    Object.entries(json).map(([component, price]) => [component, adjustmentE4Minor(BigInt(price))]),
  );
}

/** The schema has seen to it that there is exactly one. */
function askOf(ask: NewTrial['asks'][number]): TrialAsk {
  return ask.tendered_minor === undefined
    ? { kind: 'energy', energy: tenthKwh(ask.energy_tenth_kwh ?? 0) }
    : { kind: 'money', tendered: moneyOf(ask.tendered_minor) };
}

function answerJson(utility: Utility, answer: QuoteAnswer): TrialJson['answers'][number] {
  if (answer.kind === 'refused') {
    const { code } = answer.refusal;
    return { quote: null, refusal: { code, detail: vendRefusalDetail(utility, answer.refusal) } };
  }
  const { quote } = answer;
  return {
    quote: {
      tendered_minor: String(quote.tendered),
      ...creditJson(quote.credit),
      free_tenth_kwh: quote.free.reduce((sum, each) => sum + each.energy, 0),
      lines: quote.lines.map((line) => lineJson(utility, line)),
    },
    refusal: null,
  };
}
