/** Vends and those who make them. In order. */
import { NO, row, YES } from './refusal.ts';

export const VENDS_REFUSALS = {
  vend_not_found: row(
    404,
    NO,
    'Vend not found',
    'There is no vend with this id.',
    "Also said to a cashier of another vendor's vend.",
  ),
  vend_not_posted: row(
    409,
    YES,
    'Vend not finished',
    'This vend has no token to print.',
    'Reserved or declined: there are no digits to print.',
  ),
  operator_limit_exceeded: row(
    409,
    YES,
    "Seller's limit reached",
    'The seller may sell {left} more. A supervisor can raise the limit.',
    'Limits of one user for a vend and for a day.',
  ),
  float_exceeded: row(
    409,
    YES,
    'Float too low',
    'The vendor has {available} left to sell. The float must be topped up first.',
    'What is reserved for vends under way is not available.',
  ),
  token_identifier_too_far_ahead: row(
    409,
    YES,
    'Too many tokens in an hour',
    'This meter has had its most tokens for now. Try again in a minute.',
    'Each token of a meter takes a minute of its own, and none may lie more than 60 minutes ahead of the clock.',
  ),
} as const;
