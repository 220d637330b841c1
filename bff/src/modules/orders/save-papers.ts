import { AppError, type SignatureWriting } from '@acceptance/shared';
import { type FileReference, referenceOwnFile, refuseSamePicture } from '../files';
import type { Person } from '../person';
import { refuseCard } from './card-reading/judge-reading';
import { type CardReadingDependencies, readCard } from './card-reading/read-card';
import { CARD_SIDES, type CardSide } from './card-reading/stored-reading';
import { editOrder, type OrderEdit, refuseUneditable } from './edit-order';
import { findOwnOrder } from './find-order';
import type { OrderModel, OrderRecord } from './order.model';
import { UNSIGNED_STATES } from './parts/contract';
import { PHOTOS_OPEN, refuseClosedPhotos } from './photos-open';
import { refuseUnmarked } from './review-rounds';
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

/** What an edit changes besides, so that nothing read of the photos stays that leave their places. */
function forgotten({ idCard, cardReadings = [] }: OrderRecord, sides: readonly CardSide[]): Partial<OrderEdit> {
  const left = sides.flatMap((side) => idCard[side]?.id ?? []);
  return cardReadings.some(({ fileId }) => left.includes(fileId))
    ? { set: { 'cardReadings.$[left].reading': null }, arrayFilters: [{ 'left.fileId': { $in: left } }] }
    : {};
}

interface CardPhotos extends OwnOrder {
  readonly frontFileId?: string;
  readonly backFileId?: string;
  /** The applicant says that the photos are right although no card, the other side or several cards were seen. */
  readonly asIs: boolean;
  /** Whom the account is verified as; null: nobody yet. Asked when a photo is to be read. */
  readonly holder: () => Person | null;
  readonly now: Date;
}

/**
 * Puts uploaded ID photos into the order, after they were read. Before signing any time; afterwards only when the order was
 * returned.
 * @throws AppError orders.*, files.not_found, files.wrong_purpose, files.same_as_other_side, files.*card*, contracts.already_signed, review.not_marked
 */
export async function saveIdCard(
  dependencies: PaperDependencies & CardReadingDependencies,
  { accountId, orderId, frontFileId, backFileId, asIs, holder, now }: CardPhotos,
): Promise<OrderRecord> {
  const { orders, files } = dependencies;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  const ids: Record<CardSide, string | undefined> = { front: frontFileId, back: backFileId };
  const photos: { side: CardSide; file: FileReference }[] = [];
  for (const side of CARD_SIDES) {
    const fileId = ids[side];
    if (fileId) {
      const file = await referenceOwnFile(files, { accountId, orderId, fileId, purpose: `id-card-${side}` });
      photos.push({ side, file });
    }
  }
  if (photos.length === 0) {
    return order;
  }
  refuseClosedPhotos(order);
  const taken = Object.fromEntries(photos.map(({ side, file }) => [side, file]));
  const idCard = { ...order.idCard, ...taken };
  refuseUnmarked(dependencies.cipher, order, { idCard });
  if (idCard.front && idCard.back) {
    await refuseSamePicture(files, [idCard.front.id, idCard.back.id]);
  }
  const refusals = await Promise.all(photos.map((photo) => readCard(dependencies, { ...photo, order, holder, now })));
  for (const refusal of refusals) {
    refuseCard(refusal, asIs);
  }
  const changed = photos.filter(({ side, file }) => order.idCard[side]?.id !== file.id);
  const { set, ...forget } = forgotten(
    order,
    changed.map(({ side }) => side),
  );
  const edited = await editUnsigned(orders, {
    accountId,
    orderId,
    where: PHOTOS_OPEN,
    set: { ...set, ...Object.fromEntries(photos.map(({ side, file }) => [`idCard.${side}`, file])) },
    ...forget,
  });
  await removeReplaced(dependencies, order, edited);
  await refuseLost(
    dependencies,
    edited,
    photos.map(({ file }) => file.id),
  );
  return edited;
}

/** Confirms the handwritten signature; signing the contract with it is another act. @throws AppError as `saveIdCard` */
export async function confirmSignature(
  dependencies: PaperDependencies,
  { accountId, orderId, fileId, writing }: OwnOrder & { fileId: string; writing?: SignatureWriting },
): Promise<OrderRecord> {
  const { orders, files } = dependencies;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  const signature = await referenceOwnFile(files, { accountId, orderId, fileId, purpose: 'signature' });
  const where = { 'contract.state': { $in: UNSIGNED_STATES } };
  const signatureWriting = writing ? { fileId, ...writing } : null;
  const edited = await editUnsigned(orders, { accountId, orderId, where, set: { signature, signatureWriting } });
  await removeReplaced(dependencies, order, edited);
  await refuseLost(dependencies, edited, [fileId]);
  return edited;
}

/** Replaces the list of attached papers. @throws AppError orders.*, files.*, request.invalid for an unknown kind, review.not_marked */
export async function saveAttachments(
  dependencies: PaperDependencies & Pick<CardReadingDependencies, 'cipher'>,
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
  refuseUnmarked(dependencies.cipher, order, { attachments });
  const edited = (await editOrder(orders, { accountId, orderId, set: { attachments } })) ?? order;
  await letGo(dependencies, { before: order, after: edited, now });
  await refuseLost(
    dependencies,
    edited,
    attachments.map(({ file }) => file.id),
  );
  return edited;
}
