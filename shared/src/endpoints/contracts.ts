import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { contractDetailsSchema } from '../schemas/contract-details';
import { readingTimesSchema } from '../schemas/contract-reading';
import { contractWordsSchema } from '../schemas/contract-words';
import { objectIdSchema, sha256Schema } from '../schemas/identifiers';
import { namePictureSchema } from '../schemas/name-picture';
import { orderSchema } from '../schemas/order';

const params = v.object({ orderId: objectIdSchema });

export const contractTextSchema = v.object({
  templateId: v.string(),
  version: v.string(),
  /** SHA-256 of the canonical text; consent refers to it. */
  sha256: sha256Schema,
  title: v.string(),
  keyPoints: v.array(v.string()),
  articles: v.array(
    v.object({
      heading: v.string(),
      /** Of weight to the applicant, such as a limit of liability: shown apart, with a line that says so (格式条款提示). */
      important: v.optional(v.literal(true)),
      paragraphs: v.array(v.string()),
    }),
  ),
  /** Stands below the heading of every important article; absent where there is none. */
  importantNotice: v.optional(v.string()),
  /** Everything of the authority that is printed; under the hash like the text. */
  authority: v.object({
    name: v.string(),
    sealText: v.string(),
    sealCode: v.string(),
    phone: v.string(),
    address: v.string(),
    website: v.string(),
    court: v.string(),
    /** These three are absent in texts that were agreed to before 2026.13. */
    unifiedSocialCreditCode: v.optional(v.string()),
    licenceNumber: v.optional(v.string()),
    legalRepresentative: v.optional(v.string()),
    trial: v.boolean(),
  }),
});
export type ContractText = v.InferOutput<typeof contractTextSchema>;

/** The contract to be read: its text, and what it says of the parties and of what is agreed on. */
export const contractToReadSchema = v.object({
  ...contractTextSchema.entries,
  details: contractDetailsSchema,
  /** SHA-256 of the canonical details; consent refers to it beside the text's. */
  detailsSha256: sha256Schema,
  /** The details as they are printed; this is what is shown. */
  words: contractWordsSchema,
  /** The picture that the details name, if they do. */
  namePicture: v.nullable(namePictureSchema),
});
export type ContractToRead = v.InferOutput<typeof contractToReadSchema>;

export const contractsEndpoints = {
  readContractText: defineEndpoint({
    id: 'contracts.readContractText',
    method: 'GET',
    path: '/orders/:orderId/contract/text',
    access: 'verified-applicant',
    summary: '签署前要阅读的合同：正文、当事人和约定事项',
    params,
    response: contractToReadSchema,
    errors: ['orders.not_found', 'orders.incomplete', 'units.role_mismatch', 'contracts.unprintable'],
    idempotent: true,
  }),
  recordConsent: defineEndpoint({
    id: 'contracts.recordConsent',
    method: 'POST',
    path: '/orders/:orderId/contract/consent',
    access: 'verified-applicant',
    summary: '记录已阅读并同意签署：版本、摘要、时间、各部分阅读时长、是否读到末尾、设备',
    params,
    body: v.object({
      version: v.string(),
      sha256: sha256Schema,
      detailsSha256: sha256Schema,
      agreed: v.boolean(),
      readToEnd: v.boolean(),
      ...readingTimesSchema.entries,
      /** The second tick, asked of who was through in haste (`isReadInHaste`): all of it was read, the clauses of weight too. */
      confirmsRead: v.boolean(),
      device: v.pipe(v.string(), v.maxLength(200)),
    }),
    response: orderSchema,
    errors: [
      'orders.not_found',
      'orders.not_editable',
      'orders.incomplete',
      'units.role_mismatch',
      'contracts.consent_required',
      'contracts.version_outdated',
      'contracts.details_changed',
      'contracts.unprintable',
      'contracts.reading_time_wrong',
      'contracts.read_in_haste',
    ],
    idempotent: true,
  }),
  signContract: defineEndpoint({
    id: 'contracts.signContract',
    method: 'POST',
    path: '/orders/:orderId/contract/signature',
    access: 'verified-applicant',
    summary: '提交签署：证件照和已确认的签名齐全后，开始生成盖章合同',
    params,
    response: orderSchema,
    errors: [
      'orders.not_found',
      'orders.not_editable',
      'contracts.consent_required',
      'contracts.version_outdated',
      'orders.incomplete',
      'units.role_mismatch',
      'contracts.details_changed',
      'contracts.id_card_required',
      'contracts.signature_required',
    ],
    idempotent: true,
  }),
  renewContract: defineEndpoint({
    id: 'contracts.renewContract',
    method: 'POST',
    path: '/orders/:orderId/contract/renewal',
    access: 'verified-applicant',
    summary: '合同里的信息填错了：作废已盖章的合同，改好后重新阅读、签署（提交前，或退回要求修改合同里的信息时）',
    params,
    /** The contract that is given up, so that a repeated call does not give up the next one too. */
    body: v.object({ contractNumber: v.pipe(v.string(), v.maxLength(60)) }),
    response: orderSchema,
    errors: ['orders.not_found', 'orders.not_editable', 'contracts.not_ready', 'review.not_marked'],
    idempotent: true,
  }),
  readContractPdf: defineEndpoint({
    id: 'contracts.readContractPdf',
    method: 'GET',
    path: '/orders/:orderId/contract/pdf',
    access: 'verified-applicant',
    summary: '盖章并数字签名的合同 PDF',
    params,
    response: binary('application/pdf'),
    errors: ['orders.not_found', 'contracts.not_ready'],
    idempotent: true,
  }),
  acknowledgeContract: defineEndpoint({
    id: 'contracts.acknowledgeContract',
    method: 'POST',
    path: '/orders/:orderId/contract/acknowledgement',
    access: 'verified-applicant',
    summary: '确认已阅读生成的合同',
    params,
    body: v.object({ sha256: sha256Schema, read: v.boolean() }),
    response: orderSchema,
    errors: [
      'orders.not_found',
      'orders.not_editable',
      'contracts.not_ready',
      'contracts.acknowledgement_required',
      'contracts.digest_mismatch',
    ],
    idempotent: true,
  }),
};
