import type { EntryDetail, EntryView } from '@acceptance/shared';
import { maskName } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type BankEntryRecord, ENTRY_WORDS_PURPOSE, type EntryWords } from './bank-entry.model';

/** Names of people are short; those of units are public in the register. */
const LONGEST_PERSON = 4;
/** What ends the names of units, short ones too. */
const UNIT_WORD = /公司|厂|店|部|中心|学校|医院|局|院|所|社|会|行$/;

export const payerShown = (name: string): string =>
  Array.from(name).length <= LONGEST_PERSON && !UNIT_WORD.test(name) ? maskName(name) : name;

export const wordsOf = (cipher: FieldCipher, entry: BankEntryRecord): EntryWords =>
  decryptJson<EntryWords>(cipher, entry.words, ENTRY_WORDS_PURPOSE, recordIdOf(entry));

export const presentEntry = (entry: BankEntryRecord): EntryView => ({
  id: recordIdOf(entry),
  bank: entry.bank,
  reference: entry.reference,
  bookedOn: entry.bookedOn,
  amountFen: entry.amountFen,
  remainingFen: entry.remainingFen,
  state: entry.state,
  problem: entry.problem,
  payerShown: entry.payerShown,
  codes: entry.codes,
  parts: entry.parts
    .filter(({ state }) => state === 'paid')
    .map(({ orderId, orderNumber, amountFen }) => ({ orderId, orderNumber, amountFen })),
});

export const presentEntryDetail = (cipher: FieldCipher, entry: BankEntryRecord): EntryDetail => ({
  ...presentEntry(entry),
  ...wordsOf(cipher, entry),
});
