/**
 * Whether there is a ground to issue a token at all: the module was sealed to make its kind, and what
 * nobody paid is given by the tariff or ordered by one person and approved by another.
 *
 * That the two really asked is not seen here: their ids come from the vending service, which signs
 * for them. They stand in the journal, where they can be held against what the two say.
 */
import { needsOrder } from './issue-content.ts';
import type { IssuePolicy } from './issue-policy.ts';
import type { IssueRefusal, IssueRequest } from './security-module.ts';

/** The first of ISSUE_REFUSALS that is about the ground, or null. */
export function refusalOfGrounds(request: IssueRequest, policy: IssuePolicy): IssueRefusal | null {
  const { basis, content, order } = request;
  const isAllowed = policy.allowedKinds.includes(content.kind);
  if (!isAllowed || (basis === 'tariff' && content.kind !== 'credit')) return 'content_not_allowed';
  if (basis === 'order' ? order === null : needsOrder(content)) return 'order_missing';
  if (order === null) return null;
  const isOnePerson = order.requestedBy.toLowerCase() === order.approvedBy.toLowerCase();
  return isOnePerson ? 'order_one_person' : null;
}
