import * as v from 'valibot';
import { type OrderKind, SUCCESSOR_KINDS } from '../order/order-kinds';
import { APPLICANT_TYPES } from './applicant-type';
import { certificateRulesSchema, type KeyPlace } from './certificate';
import { moneyFenSchema } from './money-fen';

export const DELIVERY_WAYS = ['courier', 'pick-up', 'download'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];
export const DELIVERY_WAY_LABELS: Record<DeliveryWay, string> = {
  courier: '邮寄领取',
  'pick-up': '上门自取',
  download: '在线下载',
};
/** What is sent or fetched is a UKey; what is downloaded has its key on the holder's own device. */
export const keyPlaceOf = (way: DeliveryWay): KeyPlace => (way === 'download' ? 'software' : 'ukey');

/** Ways in which a project takes money; which channel of WeChat Pay it is follows from the device. */
export const PAYMENT_WAYS = ['wechat', 'pay-link', 'transfer'] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

/** Kinds of invoices that a project may offer. */
export const INVOICE_OFFERS = ['general', 'special'] as const;
export type InvoiceOffer = (typeof INVOICE_OFFERS)[number];

/** From where on phone and server call a photo hard to read, by `measurePhoto`: advice that refuses nothing. */
export const photoAdviceSchema = v.object({
  /** Variance of the 4-neighbour Laplacian. */
  blurredBelow: v.number(),
  /** Share of the picture without any drawing left, in hundredths. */
  glareAbovePercent: v.number(),
  /** Mean brightness, 0–255. */
  darkBelow: v.number(),
});
export type PhotoAdvice = v.InferOutput<typeof photoAdviceSchema>;

export const attachmentRequirementSchema = v.object({
  kind: v.string(),
  label: v.string(),
  hint: v.string(),
  required: v.boolean(),
  /** Asked of somebody who acts for the unit's legal representative, not of that person. */
  onlyFor: v.optional(v.literal('agent')),
});
export type AttachmentRequirement = v.InferOutput<typeof attachmentRequirementSchema>;

/** A scheme a certificate is issued for, with its own price, papers and rules (requirements B21). */
export const projectSchema = v.object({
  id: v.string(),
  name: v.string(),
  summary: v.string(),
  /** For whom its certificates are; one of them at least. */
  applicantTypes: v.pipe(v.array(v.picklist(APPLICANT_TYPES)), v.minLength(1)),
  validityMonths: v.pipe(v.number(), v.safeInteger()),
  priceFen: moneyFenSchema,
  /**
   * What another kind of order costs, where it is not `priceFen`. Never nothing: what is paid for at first is paid for at each
   * kind. Absent in an order, whose `priceFen` is its own.
   */
  kindPricesFen: v.optional(v.record(v.picklist(SUCCESSOR_KINDS), v.pipe(moneyFenSchema, v.minValue(1)))),
  paymentRequired: v.boolean(),
  /** WeChat Pay alone where it is absent: so it was before there were others. */
  paymentWays: v.optional(v.pipe(v.array(v.picklist(PAYMENT_WAYS)), v.minLength(1))),
  invoiceOffered: v.boolean(),
  deliveryWays: v.array(v.picklist(DELIVERY_WAYS)),
  couriers: v.array(v.string()),
  /** In an order: what a unit has to prove beside it too (`papersFor`). */
  attachments: v.array(attachmentRequirementSchema),
  /** Sentences that the contract adds for this project. */
  specialTerms: v.array(v.string()),
  certificate: certificateRulesSchema,
  /** In an order: the published version it was made with. Absent where there were no versions yet. */
  version: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** Every kind that `invoiceOffered` is true for; absent: both, as before they were told apart. */
  invoiceKinds: v.optional(v.array(v.picklist(INVOICE_OFFERS))),
  /** Within how many working days staff promise to look; absent: 1. */
  reviewWorkingDays: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** Absent: `DEFAULT_PHOTO_ADVICE`. */
  photoAdvice: v.optional(photoAdviceSchema),
});
export type ProjectView = v.InferOutput<typeof projectSchema>;

/** The kinds of invoices that can be asked for. */
export const invoiceKindsOf = ({
  invoiceOffered,
  invoiceKinds,
}: Pick<ProjectView, 'invoiceOffered' | 'invoiceKinds'>): readonly InvoiceOffer[] =>
  invoiceOffered ? (invoiceKinds ?? INVOICE_OFFERS) : [];

/** What an order of a kind costs, in fen; 0 where the project takes no payment. */
export const feeFenOf = (
  { paymentRequired, priceFen, kindPricesFen }: Pick<ProjectView, 'paymentRequired' | 'priceFen' | 'kindPricesFen'>,
  kind: OrderKind,
): number => (paymentRequired ? ((kind === 'new' ? undefined : kindPricesFen?.[kind]) ?? priceFen) : 0);

/** Working days in which applications of the project are reviewed; the manual says one. */
export const reviewWorkingDaysOf = ({ reviewWorkingDays }: Pick<ProjectView, 'reviewWorkingDays'>): number =>
  reviewWorkingDays ?? 1;

/** How an order of the project can be paid; empty where it takes no payment. */
export const paymentWaysOf = ({
  paymentRequired,
  paymentWays,
}: Pick<ProjectView, 'paymentRequired' | 'paymentWays'>): readonly PaymentWay[] =>
  paymentRequired ? (paymentWays ?? ['wechat']) : [];
