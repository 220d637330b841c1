import * as v from 'valibot';
import { moneyFenSchema } from './money-fen';

export const CERTIFICATE_KINDS = ['unit', 'personal'] as const;
/** As the contract prints them. */
export const CERTIFICATE_KIND_LABELS: Record<(typeof CERTIFICATE_KINDS)[number], string> = {
  unit: '单位证书',
  personal: '个人证书',
};
export const DELIVERY_WAYS = ['courier', 'pick-up'] as const;
export const DELIVERY_WAY_LABELS: Record<(typeof DELIVERY_WAYS)[number], string> = {
  courier: '邮寄领取',
  'pick-up': '上门自取',
};

export const attachmentRequirementSchema = v.object({
  kind: v.string(),
  label: v.string(),
  hint: v.string(),
  required: v.boolean(),
});

/** A scheme a certificate is issued for, with its own price, papers and rules (requirements B21). */
export const projectSchema = v.object({
  id: v.string(),
  name: v.string(),
  summary: v.string(),
  certificateKind: v.picklist(CERTIFICATE_KINDS),
  validityMonths: v.pipe(v.number(), v.safeInteger()),
  priceFen: moneyFenSchema,
  paymentRequired: v.boolean(),
  invoiceOffered: v.boolean(),
  deliveryWays: v.array(v.picklist(DELIVERY_WAYS)),
  couriers: v.array(v.string()),
  attachments: v.array(attachmentRequirementSchema),
});
export type ProjectView = v.InferOutput<typeof projectSchema>;
