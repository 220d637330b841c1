import type {
  EntryBank,
  EntryProblem,
  EntryState,
  StatementLineProblem,
  TransferState,
} from '../../schemas/bank-transfer';
import type { ColumnRole } from '../../schemas/statement-layout';
import { text } from './error-text';

/** English beside `TRANSFER_STATE_LABELS`. */
export const TRANSFER_STATE_LABELS_EN: Record<TransferState, string> = {
  chosen: 'Waiting for your transfer',
  'handed-in': 'Being verified',
  refused: 'Slip not accepted',
  paid: 'Received',
  returning: 'Refunding',
  returned: 'Refunded',
};

/** English beside `ENTRY_BANK_LABELS`. */
export const ENTRY_BANK_LABELS_EN: Record<EntryBank, string> = {
  icbc: 'ICBC',
  ccb: 'CCB',
  cmb: 'CMB',
  other: 'Another bank',
};

/** English beside `ENTRY_STATE_LABELS`. */
export const ENTRY_STATE_LABELS_EN: Record<EntryState, string> = {
  open: 'To be settled',
  used: 'Booked',
  returned: 'Sent back',
  'set-aside': 'Not ours',
};

/** English beside `ENTRY_PROBLEM_LABELS`. */
export const ENTRY_PROBLEM_LABELS_EN: Record<EntryProblem, string> = {
  unknown: 'The remark has no code that we know, and no single application fits',
  partial: 'Less than what is due',
  over: 'More than what is due',
  'not-due': 'Nothing is due for this application',
  ambiguous: 'Several applications, and the amount is not their sum',
  'own-order': 'An application of who imported it; another member of finance has to book it',
  rest: 'Some of it is left after booking',
};

/** English beside `COLUMN_ROLE_LABELS`. */
export const COLUMN_ROLE_LABELS_EN: Record<ColumnRole, string> = {
  none: 'Not used',
  reference: 'Reference',
  day: 'Day',
  income: 'Received',
  payerName: 'Payer',
  payerAccount: 'Account of the payer',
  remark: 'Remark',
  direction: 'In or out',
};

/** English beside `STATEMENT_LINE_PROBLEM_LABELS`. */
export const STATEMENT_LINE_PROBLEM_LABELS_EN: Record<StatementLineProblem, string> = {
  amount: 'The amount cannot be read',
  day: 'The date cannot be read',
  reference: 'There is no reference',
  rounded: 'A spreadsheet has rounded the reference; please use the file of online banking as it is',
  differs: 'The reference is recorded already, with another amount or date',
};

/** What is said of payment by bank transfer. */
export const BANK_TRANSFER_ERROR_TEXTS_EN = {
  'bank_transfers.not_offered': text('This application cannot be paid by bank transfer', 'Please use WeChat Pay'),
  'bank_transfers.not_chosen': text(
    'Bank transfer was not chosen for this application',
    'Please choose bank transfer first to get the account and the remark code',
  ),
  'bank_transfers.too_many_slips': text(
    'Slips were handed in too often',
    'Please call us with the application number and the remark code',
  ),
  'bank_transfers.waiting': text(
    'The slip that you handed in is being verified',
    'Please do not pay twice; if you have not transferred, withdraw the slip first and then use WeChat Pay',
  ),
  'bank_transfers.only_way': text(
    'This application can be paid by bank transfer only',
    'Please choose bank transfer and use the account and remark code that are shown',
  ),
  'bank_transfers.nothing_to_refuse': text('No slip waits to be verified', 'Please refresh to see the latest status'),
  'bank_transfers.entry_not_found': text('There is no such payment', 'Please refresh the list and try again'),
  'bank_transfers.reference_taken': text(
    'This reference is recorded already, with another amount or date',
    'Please check bank and reference; if the first one was typed wrong, find it in the list',
  ),
  'bank_transfers.one_of_either': text(
    'One payment for several applications, or several payments for one application',
    'Please choose fewer payments or applications',
  ),
  'bank_transfers.not_due': text(
    'Nothing is due for application {orderNumber}',
    'Please refresh; send back what was paid beyond it',
  ),
  'bank_transfers.too_little': text(
    'What is left of the chosen payments does not cover application {orderNumber}',
    'Please choose another payment too or ask for the rest; otherwise send the money back to be paid anew',
  ),
  'bank_transfers.statement_missing': text(
    'No statement was received',
    'Please choose the CSV or Excel file (.xlsx) from online banking',
  ),
  'bank_transfers.statement_unreadable': text(
    'The heading of this statement is not known',
    'Please check the bank and use the file of online banking as it is, with its heading',
  ),
  'bank_transfers.statement_too_long': text(
    'The statement is too long; one may have {most} lines',
    'Please export and import it in parts, by date',
  ),
  'bank_transfers.statement_protected': text(
    'The statement has a password and cannot be read',
    'Please open it in Excel or WPS, save it without a password and import that',
  ),
  'bank_transfers.statement_old_format': text(
    'This is an old Excel file (.xls), which cannot be read',
    'Please open it in Excel or WPS, save it as .xlsx or CSV and import that',
  ),
  'bank_transfers.statement_damaged': text(
    'The statement cannot be opened; the file may not be complete',
    'Please download it again; otherwise open it in Excel or WPS, save it as CSV and import that',
  ),
  'bank_transfers.statement_busy': text(
    'Other statements are being read',
    'Please import it again in a minute; nothing was recorded',
  ),
  'bank_transfers.layout_unknown': text(
    'No bank is kept whose statement has such a heading',
    'Please say what its columns are and save that first; also where the bank has changed its heading',
  ),
  'bank_transfers.layout_not_found': text(
    'There are no such columns',
    'Somebody else may have deleted them; please refresh',
  ),
  'bank_transfers.too_many_layouts': text(
    'Too many banks are kept; there may be {most}',
    'Please delete one that is not used any more',
  ),
  'bank_transfers.import_not_found': text(
    'There is no such import',
    'Please import the statement again; what is recorded is not recorded twice',
  ),
  'bank_transfers.changed_meanwhile': text(
    'Somebody else has just worked on this payment or application',
    'Please refresh and try again',
  ),
};

/** English beside the tasks about transfers of `TASK_KINDS`. */
export const TRANSFER_TASK_TEXTS_EN = {
  'transfer-to-check': {
    label: 'A transfer slip waits to be verified',
    advice:
      'Compare it with the account under "Transfers": book what has come, refuse the slip with a reason where nothing has; that closes this task',
    redo: null,
  },
  'transfer-unmatched': {
    label: 'Money on the account fits no application',
    advice:
      'Look at it under "Transfers": book it where the application is certain (it may be split); send back what is too much or not ours and note the reference',
    redo: 'Match again',
  },
  'transfer-refund': {
    label: 'Money that came by transfer has to go back',
    advice:
      'See the account of the payer under "Transfers" and send it back from the bank; note the reference, then settle this task',
    redo: null,
  },
};
