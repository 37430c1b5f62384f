/**
 * The brand that gives a number its unit. A branded number can be read as a plain number, but a
 * plain number cannot stand where a quantity is asked for, so units are stated exactly where a
 * value enters the program.
 */
declare const unit: unique symbol;

export type Quantity<Base extends number | bigint | string, Unit extends string> = Base & {
  readonly [unit]: Unit;
};
