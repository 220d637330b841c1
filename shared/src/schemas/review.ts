import * as v from 'valibot';
import { objectIdSchema, timestampSchema } from './identifiers';
import type { AttachmentRequirement } from './project';
import { lineOfText } from './text-fields';

/** What the staff can mark when returning an order; the applicant redoes only that. */
export const REVIEW_FIELDS = [
  'id-card-front',
  'id-card-back',
  'unit',
  'email',
  'address',
  'invoice',
  'delivery',
  'attachments',
] as const;
export type ReviewField = (typeof REVIEW_FIELDS)[number];
export const REVIEW_FIELD_LABELS: Record<ReviewField, string> = {
  'id-card-front': '身份证人像面',
  'id-card-back': '身份证国徽面',
  unit: '单位信息',
  email: '邮箱',
  address: '联系地址',
  invoice: '发票信息',
  delivery: '领取信息',
  attachments: '附件材料',
};

export const REVIEW_REASONS = [
  'unclear',
  'glare',
  'incomplete',
  'mismatch',
  'expired',
  'wrong-paper',
  'other',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];
export const REVIEW_REASON_LABELS: Record<ReviewReason, string> = {
  unclear: '看不清',
  glare: '有反光',
  incomplete: '不完整',
  mismatch: '与填写内容不一致',
  expired: '证件已过期',
  'wrong-paper': '材料不对',
  other: '其他',
};

/** Sums of fractions may be a hair above one. */
const ROUNDING = 1e-6;
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A spot on a picture, in fractions of its width and height from the upper left corner: it fits however large it is shown. */
export const pictureSpotSchema = v.pipe(
  v.object({ x: fraction, y: fraction, width: fraction, height: fraction }),
  v.check(({ x, y, width, height }) => Math.max(x + width, y + height) <= 1 + ROUNDING, '标记超出了图片'),
);
export type PictureSpot = v.InferOutput<typeof pictureSpotSchema>;

export const reviewMarkSchema = v.object({
  field: v.picklist(REVIEW_FIELDS),
  reason: v.picklist(REVIEW_REASONS),
  note: v.optional(v.union([v.literal(''), lineOfText('说明', 100)])),
  /** Of attachments: the kind of paper that is to be redone; absent: all of them. */
  paper: v.optional(v.pipe(v.string(), v.maxLength(60))),
  /** The picture that is meant, as it was then. */
  fileId: v.optional(objectIdSchema),
  /** Where on that picture. */
  spot: v.optional(pictureSpotSchema),
});
export type ReviewMark = v.InferOutput<typeof reviewMarkSchema>;

/** A part of an application that a return asks for. `paper`: of attachments, the kind. */
export const reviewPartSchema = v.object({ field: v.picklist(REVIEW_FIELDS), paper: v.optional(v.string()) });
export type ReviewPart = v.InferOutput<typeof reviewPartSchema>;

/** As long a reviewer keeps an application that they have open, from the last sign of them. */
export const REVIEW_CLAIM_MINUTES = 10;
/** Who has an application open to decide on it; nobody else does meanwhile. */
export const reviewClaimSchema = v.object({ byName: v.string(), isOwn: v.boolean(), until: timestampSchema });
export type ReviewClaimView = v.InferOutput<typeof reviewClaimSchema>;

/** As often an application may come back: what is not mended then never will be. */
export const MOST_RETURNS = 20;

/** What a project calls the papers that it asks for. */
interface NamedPapers {
  readonly attachments: readonly Pick<AttachmentRequirement, 'kind' | 'label'>[];
}

/** 营业执照, 身份证人像面 */
export const labelOfPart = ({ field, paper }: ReviewPart, { attachments }: NamedPapers): string =>
  attachments.find(({ kind }) => kind === paper)?.label ?? REVIEW_FIELD_LABELS[field];

/** 身份证人像面：有反光（左上角） */
export function describeReviewMark(mark: ReviewMark, project: NamedPapers): string {
  const note = mark.note ? `（${mark.note}）` : '';
  return `${labelOfPart(mark, project)}：${REVIEW_REASON_LABELS[mark.reason]}${note}`;
}
