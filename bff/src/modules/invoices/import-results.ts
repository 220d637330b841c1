import { isDeepStrictEqual } from 'node:util';
import { AppError, ERROR_CATALOGUE, type InvoiceResults } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import type { InvoiceModel, InvoiceRecord } from './invoice.model';
import {
  type DeskAct,
  isRecorded,
  type Numbered,
  recordFailure,
  recordIssued,
  refuseUnrequested,
} from './record-result';
import { type ResultLine, readResultsFile } from './results-file';

export interface ImportDependencies {
  readonly invoices: InvoiceModel;
  /** @throws AppError staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

type LineResult = InvoiceResults['lines'][number];
type Outcome = Exclude<LineResult['outcome'], 'refused'>;

const fill = (sentence: string, details: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(details[name] ?? place));

function refusal({ line, orderNumber }: ResultLine, error: AppError): LineResult {
  const { message, next } = ERROR_CATALOGUE[error.code];
  const said = fill(`${message}。${next}`, error.details ?? {});
  return { line, orderNumber, outcome: 'refused', code: error.code, message: said };
}

interface Importing {
  readonly act: DeskAct;
  readonly dryRun: boolean;
  /** By order number, of the lines before. */
  readonly seen: Map<string, ResultLine>;
  /** Order numbers by invoice number, of the lines before. */
  readonly taken: Map<string, string>;
}

/** @throws AppError invoices.number_used for a number that another order has, in the file or recorded */
async function refuseTaken(
  { invoices }: ImportDependencies,
  { orderNumber, number }: { readonly orderNumber: string; readonly number: string },
  taken: Map<string, string>,
): Promise<void> {
  const recorded = await invoices.findOne({ numbers: number }, { orderNumber: 1 }).lean<InvoiceRecord>();
  const other = taken.get(number) ?? recorded?.orderNumber;
  if (other !== undefined && other !== orderNumber) {
    throw new AppError('invoices.number_used', { details: { orderNumber: other } });
  }
  taken.set(number, orderNumber);
}

/** @throws AppError as `recordIssued` */
async function takeNumber(
  needs: ImportDependencies,
  invoice: InvoiceRecord,
  numbered: Numbered,
  { act, dryRun, taken }: Importing,
): Promise<Outcome> {
  const { orderNumber } = invoice;
  await refuseTaken(needs, { orderNumber, number: numbered.number }, taken);
  if (isRecorded(invoice.issued, numbered)) {
    return 'unchanged';
  }
  refuseUnrequested(invoice);
  if (!dryRun) {
    await recordIssued(needs.invoices, invoice, numbered, act);
  }
  return 'issued';
}

/** @throws AppError as `recordFailure` */
async function takeFailure(
  { invoices }: ImportDependencies,
  invoice: InvoiceRecord,
  failure: string,
  { act, dryRun }: Importing,
): Promise<Outcome> {
  if (invoice.state === 'failed' && invoice.failure === failure) {
    return 'unchanged';
  }
  refuseUnrequested(invoice);
  if (!dryRun) {
    await recordFailure(invoices, invoice, failure, act);
  }
  return 'failed';
}

/** @throws AppError what the line is refused for */
async function importLine(needs: ImportDependencies, line: ResultLine, importing: Importing): Promise<Outcome> {
  const { orderNumber, result } = line;
  const before = importing.seen.get(orderNumber);
  if (before && !isDeepStrictEqual(before.result, result)) {
    throw new AppError('invoices.row_twice');
  }
  importing.seen.set(orderNumber, line);
  if ('wrong' in result) {
    throw new AppError(result.wrong);
  }
  const invoice = await needs.invoices.findOne({ orderNumber }).lean<InvoiceRecord>();
  if (!invoice) {
    throw new AppError('invoices.none');
  }
  await needs.refuseOwnOrder(importing.act.staffId, invoice.orderId);
  if (before) {
    return 'unchanged';
  }
  return 'failure' in result
    ? takeFailure(needs, invoice, result.failure, importing)
    : takeNumber(needs, invoice, result, importing);
}

/**
 * Takes what the tax platform has said, line by line: one that is refused stops no other, one that was taken before changes
 * nothing. @throws AppError invoices.file_missing, invoices.file_unreadable, invoices.file_too_long
 */
export async function importResults(
  needs: ImportDependencies,
  { bytes, dryRun }: { readonly bytes: Uint8Array | null; readonly dryRun: boolean },
  act: DeskAct,
): Promise<InvoiceResults> {
  if (!bytes || bytes.length === 0) {
    throw new AppError('invoices.file_missing');
  }
  const importing: Importing = { act, dryRun, seen: new Map(), taken: new Map() };
  const lines: LineResult[] = [];
  for (const line of readResultsFile(bytes)) {
    try {
      const outcome = await importLine(needs, line, importing);
      lines.push({ line: line.line, orderNumber: line.orderNumber, outcome, code: null, message: null });
    } catch (error) {
      if (!(error instanceof AppError)) {
        throw error;
      }
      lines.push(refusal(line, error));
    }
  }
  const count = (outcome: LineResult['outcome']): number => lines.filter((line) => line.outcome === outcome).length;
  const counts = {
    issued: count('issued'),
    failed: count('failed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
  noteAct({ dryRun: String(dryRun), ...counts });
  return { dryRun, lines, ...counts };
}
