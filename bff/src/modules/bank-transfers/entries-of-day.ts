import type { BankSums } from '@acceptance/shared';
import { IN_BATCHES } from '../../database/in-batches';
import type { BankEntryModel, BankEntryRecord } from './bank-entry.model';

/** Money that the bank booked on a day, one entry after the other. */
export async function* entriesOfDay(bankEntries: BankEntryModel, day: string): AsyncGenerator<BankEntryRecord> {
  yield* bankEntries.find({ bookedOn: day }).sort({ _id: 1 }).lean<BankEntryRecord[]>().cursor(IN_BATCHES);
}

export const bookedParts = ({ parts }: Pick<BankEntryRecord, 'parts'>) => parts.filter(({ state }) => state === 'paid');

/** What came on a day, and what became of it until now. */
export async function bankSumsOfDay(bankEntries: BankEntryModel, day: string): Promise<BankSums> {
  const none = () => ({ count: 0, fen: 0 });
  const sums = { entries: none(), booked: none(), open: none(), settled: none() };
  const add = (to: keyof typeof sums, fen: number) => {
    sums[to].count += 1;
    sums[to].fen += fen;
  };
  for await (const entry of entriesOfDay(bankEntries, day)) {
    add('entries', entry.amountFen);
    for (const { amountFen } of bookedParts(entry)) {
      add('booked', amountFen);
    }
    if (entry.remainingFen > 0) {
      add(entry.state === 'open' ? 'open' : 'settled', entry.remainingFen);
    }
  }
  return sums;
}
