import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema, sha256Schema } from '../schemas/identifiers';
import { orderSchema } from '../schemas/order';

const params = v.object({ orderId: objectIdSchema });

export const contractTextSchema = v.object({
  templateId: v.string(),
  version: v.string(),
  /** SHA-256 of the canonical text; consent refers to it. */
  sha256: sha256Schema,
  title: v.string(),
  keyPoints: v.array(v.string()),
  articles: v.array(v.object({ heading: v.string(), paragraphs: v.array(v.string()) })),
  /** Everything of the authority that is printed; under the hash like the text. */
  authority: v.object({
    name: v.string(),
    sealText: v.string(),
    sealCode: v.string(),
    phone: v.string(),
    address: v.string(),
    website: v.string(),
    court: v.string(),
    trial: v.boolean(),
  }),
});
export type ContractText = v.InferOutput<typeof contractTextSchema>;

export const contractsEndpoints = {
  readContractText: defineEndpoint({
    id: 'contracts.readContractText',
    method: 'GET',
    path: '/orders/:orderId/contract/text',
    access: 'verified-applicant',
    summary: '签署前要阅读的合同正文',
    params,
    response: contractTextSchema,
    errors: ['orders.not_found'],
    idempotent: true,
  }),
  recordConsent: defineEndpoint({
    id: 'contracts.recordConsent',
    method: 'POST',
    path: '/orders/:orderId/contract/consent',
    access: 'verified-applicant',
    summary: '记录已阅读并同意签署：版本、摘要、时间、是否读到末尾、设备',
    params,
    body: v.object({
      version: v.string(),
      sha256: sha256Schema,
      agreed: v.boolean(),
      readToEnd: v.boolean(),
      readingSeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
      device: v.pipe(v.string(), v.maxLength(200)),
    }),
    response: orderSchema,
    errors: ['orders.not_found', 'orders.not_editable', 'contracts.consent_required', 'contracts.version_outdated'],
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
      'contracts.id_card_required',
      'contracts.signature_required',
    ],
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
