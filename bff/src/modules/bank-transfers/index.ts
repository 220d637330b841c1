export type { BankEntryModel } from './bank-entry.model';
export { transferData } from './own-transfer';
