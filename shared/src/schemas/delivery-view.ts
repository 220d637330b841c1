import * as v from 'valibot';
import { objectIdSchema, timestampSchema } from './identifiers';
import { DELIVERY_WAYS } from './project';
import { lineOfText } from './text-fields';

/**
 * Where a parcel is. `sent`: its number was entered, no courier has scanned it yet. `lost`: staff say so, no courier does.
 * All others are what the courier says.
 */
export const PARCEL_STATES = [
  'sent',
  'on-the-way',
  'arriving',
  'received',
  'troubled',
  'refused',
  'returned',
  'lost',
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];
export const PARCEL_STATE_LABELS: Record<ParcelState, string> = {
  sent: '已寄出',
  'on-the-way': '运输途中',
  arriving: '正在派送',
  received: '已签收',
  troubled: '派送遇到问题',
  refused: '已拒收',
  returned: '已退回',
  lost: '已丢失',
};

/** What staff say of a parcel; `found`: one that was lost is there again. */
export const PARCEL_OUTCOMES = ['received', 'returned', 'refused', 'lost', 'found'] as const;
export type ParcelOutcome = (typeof PARCEL_OUTCOMES)[number];
export const PARCEL_OUTCOME_LABELS: Record<ParcelOutcome, string> = {
  received: '已收到',
  returned: '已退回我处',
  refused: '收件人拒收',
  lost: '已丢失',
  found: '已找回',
};

/** The drawers of the desk: a UKey lies in one of them. `troubled`: lost, returned, refused or held up on its way. */
export const DELIVERY_STAGES = ['to-send', 'to-collect', 'under-way', 'troubled', 'done'] as const;
export type DeliveryStage = (typeof DELIVERY_STAGES)[number];
export const DELIVERY_STAGE_LABELS: Record<DeliveryStage, string> = {
  'to-send': '待寄出',
  'to-collect': '待领取',
  'under-way': '在途',
  troubled: '有问题',
  done: '已完成',
};

/** Why a UKey stays at the desk: its certificate is not valid now, or it was not read back from the token yet. */
export const DELIVERY_HOLDS = ['certificate-not-valid', 'token-not-checked'] as const;
export type DeliveryHold = (typeof DELIVERY_HOLDS)[number];
export const DELIVERY_HOLD_LABELS: Record<DeliveryHold, string> = {
  'certificate-not-valid': '证书已停用或注销，不能交付',
  'token-not-checked': '证书还没有写入 UKey 并核对',
};

/** Who comes for it: the applicant, or somebody whom they sent. */
export const COLLECTORS = ['holder', 'agent'] as const;
export type Collector = (typeof COLLECTORS)[number];
export const COLLECTOR_LABELS: Record<Collector, string> = {
  holder: '本人',
  agent: '代领人',
};

/** Steps that are kept of one parcel, the newest: a courier has some 20 of one that was sent back. */
export const mostParcelSteps = 60;
/** Parcels of one order: the first, and each one sent again. */
export const mostParcels = 5;

export const parcelStepSchema = v.object({ at: timestampSchema, text: v.string() });

/** A parcel as its receiver sees it; steps are the courier's own words, newest first. */
export const parcelSchema = v.object({
  courier: v.string(),
  trackingNumber: v.string(),
  state: v.picklist(PARCEL_STATES),
  sentAt: timestampSchema,
  receivedAt: v.nullable(timestampSchema),
  steps: v.array(parcelStepSchema),
});
export type ParcelView = v.InferOutput<typeof parcelSchema>;

/** 12 characters of Crockford's base 32, as the QR code of the voucher says them; typed in any case, with any gaps. */
export const voucherCodeSchema = v.pipe(
  v.string('请扫描或输入领取码'),
  v.transform((text) => text.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, '领取码是 12 位数字和字母'),
);

export const pickUpSchema = v.object({
  /** Where and when it can be fetched, in the authority's words. */
  place: v.string(),
  hours: v.string(),
  phone: v.string(),
  voucherCode: v.string(),
  readyAt: timestampSchema,
  collectedAt: v.nullable(timestampSchema),
});

/** What comes to the applicant, and how far it is. */
export const deliverySchemaOfApplicant = v.object({
  orderId: v.string(),
  way: v.picklist(DELIVERY_WAYS),
  /** Newest first; empty until one is sent, and always for what is not sent. */
  parcels: v.array(parcelSchema),
  pickUp: v.nullable(pickUpSchema),
  /** When the order is completed by itself; null while nothing says so. */
  completesAt: v.nullable(timestampSchema),
  /** Whether the applicant can confirm the receipt now. */
  canConfirm: v.boolean(),
});
export type DeliveryView = v.InferOutput<typeof deliverySchemaOfApplicant>;

/** A line of the desk's queue: it names nobody. */
export const deliverySummarySchema = v.object({
  orderId: v.string(),
  orderNumber: v.string(),
  projectName: v.string(),
  way: v.picklist(['courier', 'pick-up']),
  stage: v.picklist(DELIVERY_STAGES),
  /** That the applicant chose, or that carries the newest parcel; null for what is fetched. */
  courier: v.nullable(v.string()),
  trackingNumber: v.nullable(v.string()),
  parcelState: v.nullable(v.picklist(PARCEL_STATES)),
  /** When the UKey could first be delivered. */
  readyAt: timestampSchema,
  sentAt: v.nullable(timestampSchema),
});
export type DeliverySummary = v.InferOutput<typeof deliverySummarySchema>;

export const staffParcelSchema = v.object({
  ...parcelSchema.entries,
  /** When the courier was last heard of. */
  heardAt: v.nullable(timestampSchema),
  /** What staff wrote when they settled it. */
  note: v.nullable(v.string()),
});

/** One delivery at the desk: whom it goes to, in full. */
export const staffDeliverySchema = v.object({
  ...deliverySummarySchema.entries,
  /** Null when nothing keeps it here. */
  hold: v.nullable(v.picklist(DELIVERY_HOLDS)),
  /** For the label; null for what is fetched. */
  receiver: v.nullable(
    v.object({
      name: v.string(),
      phone: v.string(),
      province: v.string(),
      city: v.string(),
      district: v.string(),
      street: v.string(),
    }),
  ),
  /** Newest first. */
  parcels: v.array(staffParcelSchema),
  /** Whether another parcel can be sent now. */
  canSend: v.boolean(),
  /** Whether the number of the newest parcel can still be corrected. */
  canCorrect: v.boolean(),
  /** What can be said of the newest parcel now. */
  outcomes: v.array(v.picklist(PARCEL_OUTCOMES)),
  collected: v.nullable(v.object({ at: timestampSchema, by: v.picklist(COLLECTORS) })),
  completesAt: v.nullable(timestampSchema),
});
export type StaffDelivery = v.InferOutput<typeof staffDeliverySchema>;

/** Who stands at the desk, to be compared with their document. */
export const voucherSchema = v.object({
  orderId: v.string(),
  orderNumber: v.string(),
  projectName: v.string(),
  unitName: v.nullable(v.string()),
  holder: v.object({
    name: v.string(),
    documentLabel: v.string(),
    documentNumberMasked: v.string(),
  }),
  hold: v.nullable(v.picklist(DELIVERY_HOLDS)),
  collectedAt: v.nullable(timestampSchema),
});
export type VoucherView = v.InferOutput<typeof voucherSchema>;

/** What is typed of a parcel, or scanned from its label. */
export const parcelToSendSchema = v.object({
  courier: lineOfText('快递公司', 20),
  trackingNumber: v.pipe(
    v.string('请填写运单号'),
    v.transform((text) => text.replace(/[\s-]/g, '').toUpperCase()),
    v.minLength(1, '请填写运单号'),
    v.regex(/^[A-Z0-9]{6,32}$/, '运单号只有数字和字母，请核对'),
  ),
});
export type ParcelToSend = v.InferOutput<typeof parcelToSendSchema>;

/** A file of numbers: bytes and lines at most. */
export const largestNumbersFile = 512 * 1024;
export const mostNumberLines = 2000;

/** What became of a line of the file, or would become of it. */
export const numberLineSchema = v.object({
  /** As an editor counts it: the heading is line 1. */
  line: v.number(),
  orderNumber: v.string(),
  trackingNumber: v.string(),
  outcome: v.picklist(['sent', 'unchanged', 'refused']),
  /** The error's code and its sentence, where it was refused. */
  code: v.nullable(v.string()),
  message: v.nullable(v.string()),
});
export const numbersResultSchema = v.object({
  dryRun: v.boolean(),
  lines: v.array(numberLineSchema),
  sent: v.number(),
  unchanged: v.number(),
  refused: v.number(),
});
export type NumbersResult = v.InferOutput<typeof numbersResultSchema>;

/** Made for each parcel; the courier's notices come to an address that ends with it. */
export const parcelReferenceSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '请求标识格式不正确'));
export const parcelReferenceParams = v.object({ reference: parcelReferenceSchema });
export const deliveryParams = v.object({ orderId: objectIdSchema });
