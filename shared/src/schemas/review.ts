import * as v from 'valibot';
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

export const reviewMarkSchema = v.object({
  field: v.picklist(REVIEW_FIELDS),
  reason: v.picklist(REVIEW_REASONS),
  note: v.optional(v.union([v.literal(''), lineOfText('说明', 100)])),
});
export type ReviewMark = v.InferOutput<typeof reviewMarkSchema>;

/** 身份证人像面：有反光（左上角） */
export function describeReviewMark(mark: ReviewMark): string {
  const note = mark.note ? `（${mark.note}）` : '';
  return `${REVIEW_FIELD_LABELS[mark.field]}：${REVIEW_REASON_LABELS[mark.reason]}${note}`;
}
