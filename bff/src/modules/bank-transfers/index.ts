export type { BankEntryModel, BankEntryRecord } from './bank-entry.model';
export { bankSumsOfDay, bookedParts, entriesOfDay } from './entries-of-day';
export { transferData } from './own-transfer';
