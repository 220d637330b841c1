import { INVOICE_STATES, type InvoiceState } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { nextIdCursor, refuseForeignCursor } from '../../database/id-cursor';
import type { InvoiceModel, InvoiceRecord } from './invoice.model';

interface DeskQuery {
  readonly state?: InvoiceState | undefined;
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Nobody has anything to do about them: they are looked for among the newest. */
const PAST: readonly (InvoiceState | undefined)[] = ['issued', 'red-lettered', 'withdrawn', undefined];

/** An order's number, or an invoice's, whole. */
const searchFor = (search: string): QueryFilter<InvoiceRecord> => {
  const typed = search.replace(/\s/g, '').toUpperCase();
  return { $or: [{ orderNumber: typed }, { numbers: typed }] };
};

/** Finance's queue, paged by key. @throws AppError request.cursor_invalid */
export async function listInvoices(invoices: InvoiceModel, { state, search, cursor, limit }: DeskQuery) {
  refuseForeignCursor(cursor);
  const filter: QueryFilter<InvoiceRecord> = { ...(state && { state }), ...(search && searchFor(search)) };
  const isPast = PAST.includes(state);
  const page = cursor === undefined ? filter : { ...filter, _id: isPast ? { $lt: cursor } : { $gt: cursor } };
  const [found, total, ...counts] = await Promise.all([
    invoices
      .find(page)
      .sort({ _id: isPast ? -1 : 1 })
      .limit(limit + 1)
      .lean<InvoiceRecord[]>(),
    countTotal(invoices, filter),
    ...INVOICE_STATES.map((each) => countTotal(invoices, { state: each })),
  ]);
  return {
    items: found.slice(0, limit),
    nextCursor: nextIdCursor(found, limit),
    total,
    counts: Object.fromEntries(INVOICE_STATES.map((each, index) => [each, counts[index] ?? 0])) as Record<
      InvoiceState,
      number
    >,
  };
}
