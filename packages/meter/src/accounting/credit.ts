/**
 * The credit registers as tokens see them: all services alike, in units of their tokens. Electricity
 * is kept in Wh, which is what a meter measures; the other services in the units themselves.
 */
import { wattHours } from '@wattvend/quantities/energy.js';
import type { CreditToken } from '@wattvend/sts/credit.js';
import { type MemoryChanges, type MeterMemory, WATT_HOURS_PER_UNIT } from '../memory.ts';
import { ELECTRICITY, type Service, type ServiceRegister } from './services.ts';

/** The services this meter sells, rising. */
export function servicesOf(memory: MeterMemory): readonly Service[] {
  const others = memory.otherRegisters.map(({ service }) => service);
  return memory.takesElectricity ? [ELECTRICITY, ...others] : others;
}

export function hasService(
  memory: Pick<MeterMemory, 'takesElectricity' | 'otherRegisters'>,
  service: Service,
): boolean {
  return service === ELECTRICITY
    ? memory.takesElectricity
    : memory.otherRegisters.some((register) => register.service === service);
}

/**
 * What a register holds in units of its tokens, a part of a unit rounded down. Null when the meter
 * does not sell the service.
 */
export function creditUnits(memory: MeterMemory, service: Service): bigint | null {
  if (!hasService(memory, service)) return null;
  if (service === ELECTRICITY) {
    return BigInt(Math.floor(memory.creditRegister / WATT_HOURS_PER_UNIT));
  }
  return memory.otherRegisters.find((register) => register.service === service)?.credit ?? null;
}

/** What a credit token brings, in its units; negative for a debit. */
export function unitsOfToken(token: CreditToken): bigint {
  switch (token.subclass) {
    case 0:
      return BigInt(token.energy);
    case 1:
    case 2:
      return BigInt(token.volume);
    case 3:
      return BigInt(token.span);
    case 4:
    case 5:
    case 6:
    case 7:
      return token.currency;
  }
}

/**
 * Whether a token lifts its register above the maximum; a total that could not be counted any
 * further is no better. A debit never does: it may take an account below zero, without limit,
 * because what is owed is owed, and the next credit repays it first. The standard is silent here.
 */
export function wouldOverflow(memory: MeterMemory, token: CreditToken): boolean {
  const units = unitsOfToken(token);
  if (token.subclass === ELECTRICITY) {
    const energy = Number(units) * WATT_HOURS_PER_UNIT;
    return (
      memory.creditRegister + energy > memory.creditMaximum ||
      !Number.isSafeInteger(memory.totalEnergyAccepted + energy)
    );
  }
  return memory.otherRegisters.some(
    ({ service, credit, maximum }) =>
      service === token.subclass && units > 0n && credit + units > maximum,
  );
}

/** The books after a credit token. */
export function creditedWith(memory: MeterMemory, token: CreditToken): MemoryChanges {
  const units = unitsOfToken(token);
  if (token.subclass === ELECTRICITY) {
    const energy = Number(units) * WATT_HOURS_PER_UNIT;
    return {
      creditRegister: wattHours(memory.creditRegister + energy),
      totalEnergyAccepted: wattHours(memory.totalEnergyAccepted + energy),
    };
  }
  return {
    otherRegisters: memory.otherRegisters.map((register) =>
      register.service === token.subclass ? registerWith(register, units) : register,
    ),
  };
}

function registerWith(register: ServiceRegister, units: bigint): ServiceRegister {
  return {
    ...register,
    credit: register.credit + units,
    totalAccepted: register.totalAccepted + units,
  };
}

/**
 * The books after some registers were set to zero, whatever they held: a debt is forgiven as a
 * credit is forfeited, and both are booked as forfeited.
 */
export function cleared(memory: MeterMemory, services: readonly Service[]): MemoryChanges {
  const electricity: MemoryChanges = services.includes(ELECTRICITY)
    ? {
        creditRegister: wattHours(0),
        totalEnergyForfeited: wattHours(memory.totalEnergyForfeited + memory.creditRegister),
      }
    : {};
  const isOtherCleared = memory.otherRegisters.some(({ service }) => services.includes(service));
  if (!isOtherCleared) return electricity;
  return {
    ...electricity,
    otherRegisters: memory.otherRegisters.map((register) =>
      services.includes(register.service) ? clearedRegister(register) : register,
    ),
  };
}

function clearedRegister(register: ServiceRegister): ServiceRegister {
  return {
    ...register,
    credit: 0n,
    totalForfeited: register.totalForfeited + register.credit,
  };
}
