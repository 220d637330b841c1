import type { InvoiceState } from '../../schemas/invoice';
import { text } from './error-text';

/** English beside `INVOICE_STATE_LABELS`. */
export const INVOICE_STATE_LABELS_EN: Record<InvoiceState, string> = {
  wanted: 'To be issued',
  requested: 'Being issued',
  issued: 'Issued',
  failed: 'Not issued',
  'red-wanted': 'Red letter due',
  'red-lettered': 'Red-lettered',
  withdrawn: 'Withdrawn',
};

/** English beside the tasks about invoices of `TASK_KINDS`. */
export const INVOICE_TASK_TEXTS_EN = {
  'invoice-not-prepared': {
    label: 'No invoice was asked for after the payment',
    advice: 'Run it again; it then stands on the page "Invoices"',
    redo: 'Run again',
  },
  'invoices-waiting': {
    label: 'Invoices have waited to be issued for more than a day',
    advice:
      'Export them on the page "Invoices", have them issued at the tax platform, import the results and the PDFs; that closes this task',
    redo: null,
  },
  'invoice-failed': {
    label: 'An invoice was not issued',
    advice:
      'Call the applicant about title and tax number; what they correct waits to be issued again, what is right is sent back on the page "Invoices"; that closes this task',
    redo: null,
  },
  'invoice-red-letter': {
    label: 'A refunded application has an invoice: a red letter is due',
    advice:
      'Issue the red-letter invoice at the tax platform and record its number on the page "Invoices"; that closes this task',
    redo: null,
  },
  'invoice-not-mailed': {
    label: 'An invoice was not mailed',
    advice: 'Send it again; if the address is wrong, call the applicant, who can download it',
    redo: 'Send again',
  },
};

/** What is said of invoices. */
export const INVOICE_ERROR_TEXTS_EN = {
  'invoices.none': text(
    'There is no invoice for this application',
    'If you asked for one, look again some minutes after the payment; please call the service number if you have questions',
  ),
  'invoices.already_requested': text(
    'The invoice is being issued: what it says can no longer be changed',
    'If it turns out wrong, please call the service number; finance will correct it by a red-letter invoice',
  ),
  'invoices.number_used': text(
    'This invoice number belongs to application {orderNumber}',
    'Please compare the invoice number',
  ),
  'invoices.number_differs': text(
    'Another invoice number is recorded for this application',
    'Please compare; what was issued wrongly is red-lettered first',
  ),
  'invoices.not_requested': text('This invoice is now "{state}"; this cannot be recorded', 'Please refresh and look'),
  'invoices.not_requested_yet': text(
    'This invoice was not exported yet',
    'Please export what is to be issued, then import the results',
  ),
  'invoices.no_red_letter_due': text(
    'This invoice needs no red letter',
    'One is due where a refund was agreed to after the invoice was issued',
  ),
  'invoices.pdf_missing': text(
    'The PDF of this invoice is not here yet',
    'It can usually be downloaded on the day on which it is issued',
  ),
  'invoices.pdf_damaged': text('This is no whole PDF file', 'Please download it anew from the tax platform'),
  'invoices.pdf_too_large': text('The PDF has more than 2 MB', 'Please upload the original of the tax platform'),
  'invoices.pdf_present': text(
    'This invoice has another PDF already',
    'Please compare the files; what the applicant has been sent is not replaced',
  ),
  'invoices.pdf_unknown': text(
    'No recorded invoice fits the name of this file',
    'The name has to contain the invoice number of 20 digits; please import the results first',
  ),
  'invoices.row_number_wrong': text(
    'The invoice number does not have 20 digits',
    'A spreadsheet may have changed the long number: please make the column text and save anew',
  ),
  'invoices.row_day_wrong': text('The day of issue cannot be read', 'Please write it like 2026-11-29'),
  'invoices.row_twice': text('One application has two different lines in the file', 'Please compare and keep one line'),
  'invoices.file_missing': text('No file came', 'Please choose the CSV file with the results'),
  'invoices.file_unreadable': text(
    'The file cannot be read, or lacks the columns of serial number and invoice number',
    'Please export it as CSV (UTF-8 or GBK) and keep the line of headings',
  ),
  'invoices.file_too_long': text('The file is too large: at most {most} lines at once', 'Please divide it'),
  'invoices.nothing_waits': text('No invoice waits to be issued', 'Please refresh and look'),
  'invoices.batch_not_found': text('This batch of invoices was not found', 'Please refresh and export anew'),
};
