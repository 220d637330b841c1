import type { FileHolder } from '../files';
import type { OrderModel, OrderRecord } from './order.model';

/** Ids of the files that an order refers to. */
export const usedFileIds = ({
  idCard,
  signature,
  attachments,
  transfer,
}: Pick<OrderRecord, 'idCard' | 'signature' | 'attachments' | 'transfer'>): string[] =>
  [idCard.front, idCard.back, signature, transfer?.slip, ...attachments.map(({ file }) => file)].flatMap((file) =>
    file ? [file.id] : [],
  );

const FIELDS = { idCard: 1, signature: 1, attachments: 1, transfer: 1, submittedAt: 1, project: 1 } as const;
type Found = Pick<OrderRecord, '_id' | keyof typeof FIELDS>;

/** What an order says of its files. */
export const fileHolderOf = (order: Found): FileHolder => ({
  fileIds: new Set(usedFileIds(order)),
  submittedAt: order.submittedAt,
  papersAsked: order.project.attachments.length,
  ...(order.project.photoAdvice && { photoAdvice: order.project.photoAdvice }),
});

/** What orders say of their files, by the ids of the orders; one that is gone is missing. */
export async function findFileHolders(
  orders: OrderModel,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, FileHolder>> {
  const found = await orders.find({ _id: { $in: [...orderIds] } }, FIELDS).lean<Found[]>();
  return new Map(found.map((order) => [order._id.toHexString(), fileHolderOf(order)]));
}
