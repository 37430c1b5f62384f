/** What must hold between the members of a memory, each of which can be by itself. */
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { sectionNumber } from '@wattvend/sts/key-change.js';
import { isKeyTypeAllowedOnCarrier } from '@wattvend/sts/token-carrier-types.js';
import { hasService, servicesOf } from '../accounting/credit.ts';
import { accountService } from '../accounting/services.ts';
import { isBalanced, type MeterMemory } from '../memory.ts';
import { decryptSection, meterCipher } from '../token-entry/key-change-entry.ts';

/** Whether a memory that was put together from parts is one of a meter, and its books balance. */
export function isConsistent(memory: MeterMemory): boolean {
  return isOfOneMeter(memory) && isBalanced(memory);
}

/** The same without the books, which have a fault of their own. */
export function isOfOneMeter(memory: MeterMemory): boolean {
  return (
    isKeyUsable(memory) &&
    memory.creditRegister <= memory.creditMaximum &&
    isElectricityEmptyWithout(memory) &&
    memory.accounting.measuredByRate.length >= memory.accounting.tariff.rates.length &&
    isAccountThere(memory) &&
    areSectionsOfKey(memory)
  );
}

function isKeyUsable({ decoderKey, encryptionAlgorithm, keyType, tokenCarrierType }: MeterMemory) {
  const { keyOctets } = ENCRYPTION_ALGORITHMS[encryptionAlgorithm];
  return (
    decoderKey.length === keyOctets * 2 && isKeyTypeAllowedOnCarrier(keyType, tokenCarrierType)
  );
}

function isElectricityEmptyWithout(memory: MeterMemory): boolean {
  if (memory.takesElectricity) return true;
  const { creditMaximum, creditRegister, totalEnergyAccepted, totalEnergyConsumed } = memory;
  const counted = [creditRegister, creditMaximum, totalEnergyAccepted, totalEnergyConsumed];
  return [...counted, memory.totalEnergyForfeited].every((energy) => energy === 0);
}

// A meter without any register sells nothing and has nothing to charge: it is made for tests of
// keys. One that has some but not the one its settings charge would supply for nothing.
function isAccountThere(memory: MeterMemory): boolean {
  const account = accountService(memory.settings.accounting);
  return hasService(memory, account) || servicesOf(memory).length === 0;
}

function areSectionsOfKey(memory: MeterMemory): boolean {
  if (memory.keyChangeTokens.length === 0) return true;
  const cipher = meterCipher(memory);
  let lastSection = 0;
  for (const { digits } of memory.keyChangeTokens) {
    const section = decryptSection(digits, cipher);
    // Rising, so that no section stands there twice.
    if (section === null || sectionNumber(section) <= lastSection) return false;
    lastSection = sectionNumber(section);
  }
  return true;
}
