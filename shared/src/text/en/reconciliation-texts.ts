import type { DifferenceKind, OurMoneyState, ReconciledMoney, ReconciliationState } from '../../schemas/reconciliation';
import { text } from './error-text';

/** English beside `RECONCILIATION_STATE_LABELS`. */
export const RECONCILIATION_STATE_LABELS_EN: Record<ReconciliationState, string> = {
  waiting: 'Waiting for the bill',
  matched: 'Matches',
  differs: 'Differs',
  settled: 'Settled by hand',
};

/** English beside `DIFFERENCE_KIND_LABELS`. */
export const DIFFERENCE_KIND_LABELS_EN: Record<DifferenceKind, string> = {
  'missing-at-ours': 'In the bill, not in our books',
  'missing-at-theirs': 'In our books, not in the bill',
  'other-amount': 'Another amount',
  'other-state': 'Another state',
};

/** English beside `RECONCILED_MONEY_LABELS`. */
export const RECONCILED_MONEY_LABELS_EN: Record<ReconciledMoney, string> = {
  payment: 'Payment',
  refund: 'Refund',
  'flow-payments': 'Fund-flow bill: payments',
  'flow-refunds': 'Fund-flow bill: refunds',
  'flow-fees': 'Fund-flow bill: fees',
};

/** English beside `OUR_MONEY_STATE_LABELS`. */
export const OUR_MONEY_STATE_LABELS_EN: Record<OurMoneyState, string> = {
  none: 'Not recorded',
  unpaid: 'Not paid',
  doubted: 'In doubt, not booked',
  paid: 'Paid',
  refunding: 'Being refunded',
  refunded: 'Refunded',
};

/** English beside the tasks about bills of `TASK_KINDS`. */
export const RECONCILIATION_TASK_TEXTS_EN = {
  'bill-differs': {
    label: 'A bill of WeChat Pay differs from our books',
    advice:
      'Look at each difference on the page "Reconciliation": do first what can be done here, then compare again; note of the others, sums of the fund-flow bill among them, what became of them. That closes this task',
    redo: null,
  },
  'bill-not-read': {
    label: 'A bill of WeChat Pay could not be fetched',
    advice:
      'Compare again later; if there is still none, download the trade bill and the fund-flow bill of that day at the merchant platform, compare it by hand and record the outcome',
    redo: 'Compare again',
  },
};

/** What is said of reconciliation. */
export const RECONCILIATION_ERROR_TEXTS_EN = {
  'reconciliation.day_not_found': text(
    'There is no reconciliation of that day',
    'It begins with the first day on which money came; a day is compared from 10:15 of the next one on',
  ),
  'reconciliation.difference_not_found': text(
    'There is no such difference',
    'It may have been resolved; please refresh and look again',
  ),
  'reconciliation.difference_settled': text(
    '{name} has noted already what became of this difference',
    'Please refresh and look',
  ),
};
