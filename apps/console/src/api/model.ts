/**
 * The API's own types under short names. They are taken from the paths of the generated
 * description, never declared again here.
 */
import type { paths } from '@wattvend/client/generated.js';

type Ok<Operation, Status extends number> = Operation extends {
  responses: Record<Status, { content: { 'application/json': infer Body } }>;
}
  ? Body
  : never;

export type Session = Ok<paths['/v1/session']['get'], 200>;
export type Meter = Ok<paths['/v1/meters/{meter_number}']['get'], 200>;
export type SearchHit = Ok<paths['/v1/search']['get'], 200>['hits'][number];
export type Vendor = Ok<paths['/v1/vendors/{id}']['get'], 200>;
export type Quote = Ok<paths['/v1/quotes']['post'], 200>;
export type Vend = Ok<paths['/v1/vends/{id}']['get'], 200>;
export type Today = Ok<paths['/v1/today']['get'], 200>;
export type User = Ok<paths['/v1/users']['get'], 200>['users'][number];
export type ApiKey = Ok<paths['/v1/api-keys']['get'], 200>['api_keys'][number];
export type Role = User['roles'][number];
export type Roles = Ok<paths['/v1/roles']['get'], 200>;
export type SecondFactors = Ok<paths['/v1/account/second-factors']['get'], 200>;
export type Passkey = SecondFactors['passkeys'][number];
export type Approval = Ok<paths['/v1/approvals/{id}']['get'], 200>;
export type Deposit = Ok<paths['/v1/vendors/{id}/deposits']['get'], 200>['deposits'][number];
export type Commission = Ok<
  paths['/v1/vendors/{id}/commissions']['get'],
  200
>['commissions'][number];
export type CommissionMeaning = Ok<paths['/v1/commissions/preview']['post'], 200>;
export type Statement = Ok<paths['/v1/vendors/{id}/statement']['get'], 200>;
export type Shift = Ok<paths['/v1/shifts/{id}']['get'], 200>;
export type Operator = Ok<paths['/v1/vendors/{id}/operators']['get'], 200>['operators'][number];
export type SalesBatch = Ok<
  paths['/v1/vendors/{id}/sales-batches']['get'],
  200
>['sales_batches'][number];
export type BankBatch = Ok<
  paths['/v1/vendors/{id}/bank-batches']['get'],
  200
>['bank_batches'][number];
export type VendorDay = Ok<paths['/v1/vendors/{id}/days/{date}']['get'], 200>;
export type VendCommission = Ok<
  paths['/v1/vendors/{id}/days/{date}/commissions']['get'],
  200
>['commissions'][number];
export type TokenOrder = Ok<paths['/v1/orders/{id}']['get'], 200>;
export type RevealedTokens = Ok<paths['/v1/orders/{id}/tokens']['post'], 200>;
export type Refund = Ok<paths['/v1/refunds/{id}']['get'], 200>;
export type RefundPreview = Ok<paths['/v1/refunds/preview']['post'], 200>;
export type Repair = Ok<paths['/v1/repairs/{id}']['get'], 200>;
export type AfterSale = Ok<paths['/v1/vends/{id}/after-sale']['get'], 200>;
type DemoMeters = Ok<paths['/v1/demo/meters']['get'], 200>;
export type DemoMeter = DemoMeters['meters'][number];

type Body<Operation> = Operation extends {
  requestBody?: { content: { 'application/json': infer Json } };
}
  ? Json
  : never;

export type Debt = Ok<paths['/v1/agreements/{id}/debts']['get'], 200>['debts'][number];
export type AccountPayment = Ok<paths['/v1/payments/{id}']['get'], 200>;
export type NewAccountPayment = Body<paths['/v1/payments/{id}']['put']>;
export type NewMeter = Body<paths['/v1/meters']['post']>;
export type Decision = Body<paths['/v1/approvals/{id}/decision']['post']>;
export type NewUser = Body<paths['/v1/users']['post']>;
export type NewDeposit = Body<paths['/v1/vendors/{id}/deposits/{deposit_id}']['put']>;
export type NewTokenOrder = Body<paths['/v1/orders/{id}']['put']>;
export type NewRefund = Body<paths['/v1/refunds/{id}']['put']>;
export type RefundPreviewRequest = Body<paths['/v1/refunds/preview']['post']>;
export type NewCommissionRule = Body<paths['/v1/commissions/preview']['post']>;
export type Customer = Ok<paths['/v1/customers/{id}']['get'], 200>;
export type Agreement = Ok<paths['/v1/agreements/{id}']['get'], 200>;
export type MeterCard = Ok<paths['/v1/meters/{meter_number}/card']['get'], 200>;
export type MeterEvent = Ok<
  paths['/v1/meters/{meter_number}/history']['get'],
  200
>['events'][number];
export type NewDebt = Body<paths['/v1/debts/{id}']['put']>;
export type MeterOperation = Body<paths['/v1/meters/{meter_number}/operations/{id}']['put']>;
