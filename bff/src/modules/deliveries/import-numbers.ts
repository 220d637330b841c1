import {
  AppError,
  ERROR_CATALOGUE,
  type ErrorCode,
  type NumbersResult,
  type ParcelToSend,
  parcelToSendSchema,
} from '@acceptance/shared';
import * as v from 'valibot';
import { noteAct } from '../../http/act-notes';
import type { DeliveryRecord } from './delivery.model';
import { type NumberLine, readNumbersFile } from './numbers-file';
import { numberKey } from './parcel-progress';
import { checkParcel, type DeskAct, type DeskDependencies, sendParcel } from './send-parcel';

type LineResult = NumbersResult['lines'][number];

const fill = (sentence: string, details: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(details[name] ?? place));

function refusal(line: NumberLine, error: AppError): LineResult {
  const code: ErrorCode = error.code;
  const { message, next } = ERROR_CATALOGUE[code];
  const { orderNumber, trackingNumber } = line;
  const said = fill(`${message}。${next}`, error.details ?? {});
  return { line: line.line, orderNumber, trackingNumber, outcome: 'refused', code, message: said };
}

interface Importing {
  readonly act: DeskAct;
  readonly dryRun: boolean;
  /** Order numbers by number of a parcel, of the lines before: two orders in one file cannot share one. */
  readonly taken: Map<string, string>;
}

/** @throws AppError what the line is refused for */
async function importLine(
  needs: DeskDependencies,
  line: NumberLine,
  { act, dryRun, taken }: Importing,
): Promise<'sent' | 'unchanged'> {
  const delivery = await needs.deliveries
    .findOne({ orderNumber: line.orderNumber }, { orderId: 1, courier: 1 })
    .lean<Pick<DeliveryRecord, '_id' | 'orderId' | 'courier'>>();
  if (!delivery) {
    throw new AppError('orders.not_found');
  }
  const typed = { courier: line.courier || (delivery.courier ?? ''), trackingNumber: line.trackingNumber };
  const { success, output } = v.safeParse(parcelToSendSchema, typed);
  if (!success) {
    throw new AppError('deliveries.number_wrong', { details: { courier: typed.courier } });
  }
  const parcel: ParcelToSend = output;
  const wish = { orderId: delivery.orderId, parcel };
  const key = numberKey(parcel.courier, parcel.trackingNumber);
  const before = taken.get(key);
  if (before !== undefined && before !== line.orderNumber) {
    throw new AppError('deliveries.number_used', { details: { orderNumber: before } });
  }
  const { isSent } = await checkParcel(needs, wish, act.staffId);
  taken.set(key, line.orderNumber);
  if (isSent || before !== undefined) {
    return 'unchanged';
  }
  if (!dryRun) {
    await sendParcel(needs, wish, act);
  }
  return 'sent';
}

/**
 * Takes a file of numbers, line by line: one that is refused stops no other, one that was taken before changes nothing.
 * @throws AppError deliveries.file_missing, deliveries.file_unreadable, deliveries.file_too_long
 */
export async function importNumbers(
  needs: DeskDependencies,
  { bytes, dryRun }: { readonly bytes: Uint8Array | null; readonly dryRun: boolean },
  act: DeskAct,
): Promise<NumbersResult> {
  if (!bytes || bytes.length === 0) {
    throw new AppError('deliveries.file_missing');
  }
  const importing: Importing = { act, dryRun, taken: new Map() };
  const lines: LineResult[] = [];
  for (const line of readNumbersFile(bytes)) {
    const { orderNumber, trackingNumber } = line;
    try {
      const outcome = await importLine(needs, line, importing);
      lines.push({ line: line.line, orderNumber, trackingNumber, outcome, code: null, message: null });
    } catch (error) {
      if (!(error instanceof AppError)) {
        throw error;
      }
      lines.push(refusal(line, error));
    }
  }
  const count = (outcome: LineResult['outcome']): number => lines.filter((line) => line.outcome === outcome).length;
  const counts = { sent: count('sent'), unchanged: count('unchanged'), refused: count('refused') };
  noteAct({ dryRun: String(dryRun), ...counts });
  return { dryRun, lines, ...counts };
}
