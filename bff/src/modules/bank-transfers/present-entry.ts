import { type EntryDetail, type EntryView, maskName } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type BankEntryRecord, ENTRY_WORDS_PURPOSE, type EntryWords } from './bank-entry.model';

/** What names of units have; a person may be called by the last sign of the second list, but then with fewer signs. */
const UNIT_WORD = /公司|集团|中心|学校|医院|合伙|[厂店部局院所社会行]$/;
const LONGEST_PLAIN_NAME = 4;

/** The name of a unit, which is public in the register; of everybody else, however long their name is, what tells them apart. */
export const payerShown = (name: string): string =>
  Array.from(name).length > LONGEST_PLAIN_NAME && UNIT_WORD.test(name) ? name : maskName(name);

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
