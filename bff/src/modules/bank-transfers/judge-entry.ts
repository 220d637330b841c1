import type { EntryProblem } from '@acceptance/shared';

/** An order that the payer may have meant. */
export interface MeantOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly isDue: boolean;
  readonly priceFen: number;
}

export type Judgement =
  | { readonly orders: readonly MeantOrder[] }
  | { readonly problem: EntryProblem; readonly expectedFen: number | null };

const problem = (name: EntryProblem, expectedFen: number | null = null): Judgement => ({ problem: name, expectedFen });

/**
 * Which orders money pays by itself: those that it names and that wait for exactly so much, together. Everything else is for a
 * person, for money that was booked wrongly pays somebody else's certificate.
 */
export function judgeEntry(
  { remainingFen, wasBooked }: { readonly remainingFen: number; readonly wasBooked: boolean },
  meant: readonly MeantOrder[],
): Judgement {
  const due = meant.filter(({ isDue }) => isDue);
  if (due.length === 0) {
    return problem(wasBooked ? 'rest' : meant.length > 0 ? 'not-due' : 'unknown');
  }
  const expectedFen = due.reduce((sum, { priceFen }) => sum + priceFen, 0);
  if (expectedFen === remainingFen) {
    return { orders: due };
  }
  if (due.length > 1) {
    return problem('ambiguous', expectedFen);
  }
  return problem(remainingFen < expectedFen ? 'partial' : 'over', expectedFen);
}
