import { AppError, type FilePurpose } from '@acceptance/shared';
import { type FileReference, referenceOwnFile } from '../files';
import { editOrder, type OrderEdit, refuseUneditable } from './edit-order';
import { findOwnOrder } from './find-order';
import type { OrderModel, OrderRecord } from './order.model';
import { UNSIGNED_STATES } from './parts/contract';
import { letGo, type PaperDependencies, refuseLost, removeReplaced } from './settle-papers';

interface OwnOrder {
  readonly accountId: string;
  readonly orderId: string;
}

/** @throws AppError contracts.already_signed when `where` does not hold */
async function editUnsigned(orders: OrderModel, edit: OrderEdit): Promise<OrderRecord> {
  const edited = await editOrder(orders, edit);
  if (!edited) {
    throw new AppError('contracts.already_signed');
  }
  return edited;
}

/**
 * Puts uploaded ID photos into the order. Before signing any time; afterwards only when the order was returned.
 * @throws AppError orders.*, files.not_found, files.wrong_purpose, contracts.already_signed
 */
export async function saveIdCard(
  dependencies: PaperDependencies,
  { accountId, orderId, frontFileId, backFileId }: OwnOrder & { frontFileId?: string; backFileId?: string },
): Promise<OrderRecord> {
  const { orders, files } = dependencies;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  const reference = (fileId: string, purpose: FilePurpose) =>
    referenceOwnFile(files, { accountId, orderId, fileId, purpose });
  const set: Record<string, FileReference> = {};
  if (frontFileId) {
    set['idCard.front'] = await reference(frontFileId, 'id-card-front');
  }
  if (backFileId) {
    set['idCard.back'] = await reference(backFileId, 'id-card-back');
  }
  if (Object.keys(set).length === 0) {
    return order;
  }
  const where: OrderEdit['where'] = { $or: [{ 'contract.state': { $in: UNSIGNED_STATES } }, { status: 'returned' }] };
  const edited = await editUnsigned(orders, { accountId, orderId, where, set });
  await removeReplaced(dependencies, order, edited);
  await refuseLost(
    dependencies,
    edited,
    Object.values(set).map(({ id }) => id),
  );
  return edited;
}

/** Confirms the handwritten signature; signing the contract with it is another act. @throws AppError as `saveIdCard` */
export async function confirmSignature(
  dependencies: PaperDependencies,
  { accountId, orderId, fileId }: OwnOrder & { fileId: string },
): Promise<OrderRecord> {
  const { orders, files } = dependencies;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  const signature = await referenceOwnFile(files, { accountId, orderId, fileId, purpose: 'signature' });
  const where = { 'contract.state': { $in: UNSIGNED_STATES } };
  const edited = await editUnsigned(orders, { accountId, orderId, where, set: { signature } });
  await removeReplaced(dependencies, order, edited);
  await refuseLost(dependencies, edited, [fileId]);
  return edited;
}

/** Replaces the list of attached papers. @throws AppError orders.*, files.*, request.invalid for an unknown kind */
export async function saveAttachments(
  dependencies: PaperDependencies,
  { accountId, orderId, items, now }: OwnOrder & { items: readonly { kind: string; fileId: string }[]; now: Date },
): Promise<OrderRecord> {
  const { orders, files } = dependencies;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  const kinds = new Set(order.project.attachments.map((paper) => paper.kind));
  const attachments: OrderRecord['attachments'] = [];
  for (const [index, { kind, fileId }] of items.entries()) {
    if (!kinds.has(kind)) {
      throw new AppError('request.invalid', {
        fields: [{ path: `items.${index}.kind`, message: '这个项目不需要这种材料' }],
      });
    }
    const file = await referenceOwnFile(files, { accountId, orderId, fileId, purpose: 'attachment' });
    attachments.push({ kind, file });
  }
  const edited = (await editOrder(orders, { accountId, orderId, set: { attachments } })) ?? order;
  await letGo(dependencies, { before: order, after: edited, now });
  await refuseLost(
    dependencies,
    edited,
    attachments.map(({ file }) => file.id),
  );
  return edited;
}
