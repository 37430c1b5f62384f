/** The faults that the server finds in a tariff, with what to do about them. */

const ADVICE: Readonly<Record<string, string>> = {
  id_repeated: 'Give one of them another name.',
  price_not_positive: 'Write a price above zero.',
  price_negative: 'Publish it by the month if it can be a rebate.',
  first_not_at_zero: 'Let the first one begin at 0.',
  not_rising: 'Put them in order, the smallest first.',
  never_reached: 'It can never be reached: take it out, or change where it begins or the limit.',
  rate_of_unknown: 'Tick what is there.',
  rate_of_itself_or_later: 'Move the other tax above this one.',
  rate_of_nothing: 'Tick at least one thing it is taken on.',
  pro_rata_of_a_day: 'Choose whole or none for a charge by the day.',
  part_share_zero: 'Write a share above 0 %.',
  window_never_occurs: 'Write the first day before the last, or leave both empty.',
  window_not_every_month: 'Begin on day 28 or earlier.',
  least_above_most: 'Make the least smaller or the most larger.',
  fee_takes_all: 'Lower the fee, or set the most it may be.',
  account_unknown: 'Choose another account.',
  not_in_currency_mode: 'Take it out.',
  tariff_effective_taken: 'Choose another day or time.',
  tariff_effective_in_past: 'Choose a day that is still to come.',
};

export function faultWords(code: string, message: string): string {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  const ended = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  const advice = ADVICE[code];
  return advice === undefined || ended.includes(advice) ? ended : `${ended} ${advice}`;
}
