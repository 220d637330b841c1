import { chinaDate } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import { storedIdOf } from '../../database/stored-id';
import type { CodeBudgetModel } from './code-budget.model';

const TWO_DAYS_MS = 2 * 86_400_000;

/** What is shared out on a Beijing day. */
export interface Budget {
  /** One, or those by all hash keys, the newest first. */
  readonly names: readonly string[];
  readonly limit: number;
  readonly now: Date;
}

/** One sending taken out of a day's budget. */
export interface Taken {
  /** How many were taken with this one. */
  readonly count: number;
  /** When nothing was sent after all. */
  giveBack(): Promise<void>;
}

/**
 * Takes one out of a budget of the Beijing day, atomically; null when it is spent.
 * The filter cannot match a spent record, so that the upsert then fails on its id.
 */
export async function takeFromBudget(budgets: CodeBudgetModel, { names, limit, now }: Budget): Promise<Taken | null> {
  const day = chinaDate(now);
  const _id = await storedIdOf(
    budgets,
    names.map((name) => `${name}|${day}`),
  );
  try {
    const record = await budgets
      .findOneAndUpdate(
        { _id, count: { $lt: limit } },
        { $inc: { count: 1 }, $setOnInsert: { forgetAt: new Date(now.getTime() + TWO_DAYS_MS) } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
    return {
      count: record.count,
      giveBack: async () => {
        await budgets.updateOne({ _id, count: { $gt: 0 } }, { $inc: { count: -1 } });
      },
    };
  } catch (error) {
    if (isDuplicateKey(error)) {
      // Spent, or two first ones at once: the other made the record.
      const existing = await budgets.findOne({ _id }).lean();
      return existing && existing.count < limit ? takeFromBudget(budgets, { names, limit, now }) : null;
    }
    throw error;
  }
}
