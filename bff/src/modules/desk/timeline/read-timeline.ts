import { MOST_OF_A_KIND, type TimelineMoment } from '@acceptance/shared';
import type { AuditEntryModel, AuditRecord } from '../../audit';
import type { FileModel, FileRecord } from '../../files';
import type { InvoiceModel, InvoiceRecord } from '../../invoices';
import type { NoticeModel, NoticeRecord } from '../../notifications';
import { type OrderModel, type OrderRecord, presentTimeline } from '../../orders';
import { SHOWN } from '../../personal-data';
import { findSubmittedOrder, type StaffNames } from '../../staff';
import { lookMoments } from './look-moments';
import { moneyMoments, staffOfMoney } from './money-moments';

export interface TimelineDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly notices: NoticeModel;
  readonly invoices: InvoiceModel;
  readonly auditEntries: AuditEntryModel;
  readonly staffNames: StaffNames;
}

/** A visit opens a form and a dozen photos: each is an entry. */
const ENTRIES_OF_A_LOOK = 10;

async function readSources({ files, notices, invoices, auditEntries }: TimelineDependencies, orderId: string) {
  const object = `order:${orderId}`;
  const [uploaded, sent, invoice, entries] = await Promise.all([
    files
      .find({ orderId, heldBy: { $exists: false } })
      .sort({ _id: -1 })
      .limit(MOST_OF_A_KIND)
      .lean<FileRecord[]>(),
    notices.find({ orderId }).sort({ _id: -1 }).limit(MOST_OF_A_KIND).lean<NoticeRecord[]>(),
    invoices.findOne({ orderId }).lean<InvoiceRecord>(),
    auditEntries
      .find({ $or: [{ object }, { partOf: object }], action: { $in: Object.keys(SHOWN) }, outcome: 'done' }, { _id: 0 })
      .sort({ seq: -1 })
      .limit(MOST_OF_A_KIND * ENTRIES_OF_A_LOOK)
      .lean<AuditRecord[]>(),
  ]);
  return { uploaded, sent, invoice, entries: entries.filter(({ actor }) => actor.kind === 'staff') };
}

const statusMoments = (order: OrderRecord): TimelineMoment[] =>
  presentTimeline(order).map(({ at, label, by }) => ({ kind: 'status', at, label, by }));

const fileMoments = (uploaded: readonly FileRecord[]): TimelineMoment[] =>
  uploaded.map(({ createdAt, purpose }) => ({ kind: 'file', at: createdAt.toISOString(), by: null, purpose }));

const messageMoments = (
  sent: readonly NoticeRecord[],
  nameOf: (id: string | null) => string | null,
): TimelineMoment[] =>
  sent.map(({ sentAt, resentBy, channel, kind, state }) => ({
    kind: 'message',
    at: sentAt.toISOString(),
    by: nameOf(resentBy),
    channel,
    message: kind,
    state,
  }));

/** Everything that happened to an order, the newest first; it names members of the staff and no applicant. @throws AppError orders.not_found */
export async function readTimeline(needs: TimelineDependencies, orderId: string): Promise<TimelineMoment[]> {
  const order = await findSubmittedOrder(needs.orders, orderId);
  const { uploaded, sent, invoice, entries } = await readSources(needs, orderId);
  const staffIds = [
    ...entries.flatMap(({ actor }) => actor.id ?? []),
    ...sent.flatMap(({ resentBy }) => resentBy ?? []),
    ...staffOfMoney(order, invoice),
  ];
  const names = await needs.staffNames.namesOf([...new Set(staffIds)]);
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const moments: TimelineMoment[] = [
    ...statusMoments(order),
    ...moneyMoments(order, invoice, nameOf),
    ...messageMoments(sent, nameOf),
    ...fileMoments(uploaded),
    ...lookMoments(entries, nameOf).slice(0, MOST_OF_A_KIND),
  ];
  return moments.sort((one, other) => other.at.localeCompare(one.at));
}
