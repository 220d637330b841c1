import { contentDigest } from '../../http/content-digest';
import type { FileModel } from '../files';
import type { DecisionEvent } from './decide-order';
import type { SubmittedOrder } from './view-submitted-order';

/** What a reviewer compares: form, papers, contract and what is to be paid. Left out is what the screen shows besides. */
const shownContent = (order: SubmittedOrder) => ({
  project: order.project,
  applicantType: order.applicantType,
  applicant: order.applicant,
  form: order.form,
  unitCheck: order.unitCheck,
  idCard: order.idCard,
  idCardReading: order.idCardReading,
  signature: order.signature,
  attachments: order.attachments,
  contract: { number: order.contract.contractNumber, sha256: order.contract.sha256 },
});

/** What a reviewer has seen and what they decided, of which the audit log keeps the digest. */
export const reviewedContent = (order: SubmittedOrder, decision: DecisionEvent) => ({
  order: order.id,
  revision: order.revision,
  decision,
  ...shownContent(order),
});

/** Digest of what is shown, with what the pictures themselves are: a record of a file says what was stored, once for ever. */
export async function digestOfShown(files: FileModel, order: SubmittedOrder): Promise<string> {
  const { idCard, signature, attachments } = order;
  const shown = [idCard.front, idCard.back, signature, ...attachments.map(({ file }) => file)];
  const ids = shown.flatMap((file) => file?.id ?? []);
  const stored = await files.find({ _id: { $in: ids } }, { sha256: 1 }).lean();
  const pictures = Object.fromEntries(stored.map(({ _id, sha256 }) => [`file-${_id.toHexString()}`, sha256]));
  return contentDigest({ ...shownContent(order), pictures });
}
