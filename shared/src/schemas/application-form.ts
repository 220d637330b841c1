import * as v from 'valibot';
import { phoneNumberSchema } from './phone-number';
import { DELIVERY_WAYS } from './project';
import { taxNumberSchema } from './tax-number';
import { emailSchema, lineOfText } from './text-fields';
import { confirmedSchema, UNIT_ROLES, unitSchema } from './unit';

export const INVOICE_KINDS = ['none', 'general', 'special'] as const;
export const INVOICE_KIND_LABELS: Record<(typeof INVOICE_KINDS)[number], string> = {
  none: '不开发票',
  general: '增值税普通发票',
  special: '增值税专用发票',
};

const noInvoiceSchema = v.object({ kind: v.literal('none') });
const generalInvoiceSchema = v.object({
  kind: v.literal('general'),
  title: lineOfText('发票抬头', 100),
  taxpayerNumber: v.optional(v.union([v.literal(''), taxNumberSchema])),
  confirmedNumber: confirmedSchema,
  email: emailSchema,
});
const specialInvoiceSchema = v.object({
  kind: v.literal('special'),
  title: lineOfText('发票抬头', 100),
  taxpayerNumber: taxNumberSchema,
  confirmedNumber: confirmedSchema,
  email: emailSchema,
  businessAddress: lineOfText('营业地址', 100),
  businessPhone: v.pipe(
    v.string('请填写单位电话'),
    v.trim(),
    v.regex(/^[\d-]{7,20}$/, '单位电话只填数字和横线，例如 0471-1234567'),
  ),
  bankName: lineOfText('开户银行', 60),
  bankAccount: v.pipe(v.string('请填写银行账号'), v.trim(), v.regex(/^\d[\d ]{6,30}$/, '银行账号只填数字')),
});

/** What an invoice is made out to. */
export const wantedInvoiceSchema = v.variant('kind', [generalInvoiceSchema, specialInvoiceSchema], '请选择发票的种类');
export type WantedInvoice = v.InferOutput<typeof wantedInvoiceSchema>;

export const invoiceSchema = v.variant(
  'kind',
  [noInvoiceSchema, generalInvoiceSchema, specialInvoiceSchema],
  '请选择是否开发票',
);

const courierDeliverySchema = v.object({
  way: v.literal('courier'),
  courier: lineOfText('快递公司', 20),
  receiver: lineOfText('收件人', 30),
  phone: phoneNumberSchema,
  province: lineOfText('省份', 20),
  city: lineOfText('城市', 30),
  district: lineOfText('区县', 30),
  street: lineOfText('详细地址', 100),
});
const pickUpDeliverySchema = v.object({ way: v.literal('pick-up') });
/** A software certificate: there is nothing to send. */
const downloadDeliverySchema = v.object({ way: v.literal('download') });
export const deliverySchema = v.variant(
  'way',
  [courierDeliverySchema, pickUpDeliverySchema, downloadDeliverySchema],
  '请选择领取方式',
);

/** What the contract says of the applicant beside the verified person: filled in before it is read. */
export const particularsSchema = v.object({
  unit: v.optional(unitSchema),
  email: emailSchema,
  address: lineOfText('联系地址', 120),
});
export type Particulars = v.InferOutput<typeof particularsSchema>;

/** The application form as it must be to submit. Verified name, ID number and phone come from the account. */
export const applicationFormSchema = v.object({
  ...particularsSchema.entries,
  invoice: invoiceSchema,
  delivery: deliverySchema,
});
export type ApplicationForm = v.InferOutput<typeof applicationFormSchema>;

const draftText = v.optional(v.pipe(v.string(), v.maxCodePoints(200)));

/** What was typed so far: every field optional and unchecked but for its length, so that nothing typed is ever lost. */
export const applicationFormDraftSchema = v.object({
  unit: v.optional(
    v.object({
      name: draftText,
      unifiedSocialCreditCode: draftText,
      confirmedCode: draftText,
      legalRepresentative: draftText,
      role: v.optional(v.picklist(UNIT_ROLES)),
    }),
  ),
  email: draftText,
  address: draftText,
  invoice: v.optional(
    v.object({
      kind: v.optional(v.picklist(INVOICE_KINDS)),
      title: draftText,
      taxpayerNumber: draftText,
      confirmedNumber: draftText,
      email: draftText,
      businessAddress: draftText,
      businessPhone: draftText,
      bankName: draftText,
      bankAccount: draftText,
    }),
  ),
  delivery: v.optional(
    v.object({
      way: v.optional(v.picklist(DELIVERY_WAYS)),
      courier: draftText,
      receiver: draftText,
      phone: draftText,
      province: draftText,
      city: draftText,
      district: draftText,
      street: draftText,
    }),
  ),
});
export type ApplicationFormDraft = v.InferOutput<typeof applicationFormDraftSchema>;
