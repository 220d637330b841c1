import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import {
  certificateParams,
  certificateRequestSchema,
  certificateSchema,
  certificateSummarySchema,
  HOLDER_REVOCATION_REASONS,
  issuingSchema,
} from '../schemas/certificate';
import { objectIdSchema } from '../schemas/identifiers';
import { smsCodeSchema } from '../schemas/sms-code';
import { CERTIFICATE_REQUEST_ERRORS } from './certificate-request-errors';

const orderParams = v.object({ orderId: objectIdSchema });

export const certificatesEndpoints = {
  readIssuing: defineEndpoint({
    id: 'certificates.readIssuing',
    method: 'GET',
    path: '/orders/:orderId/certificate',
    access: 'applicant',
    summary: '这份申请的证书办到哪一步、证书上会写什么；签发后包含证书',
    params: orderParams,
    response: issuingSchema,
    errors: ['orders.not_found'],
    idempotent: true,
  }),
  requestCertificate: defineEndpoint({
    id: 'certificates.requestCertificate',
    method: 'POST',
    path: '/orders/:orderId/certificate',
    access: 'verified-applicant',
    summary: '提交在本人设备上生成的证书请求（PKCS#10），开始签发；只取其中的公钥，其余内容以审核过的资料为准',
    params: orderParams,
    body: v.object({ csr: certificateRequestSchema }),
    response: issuingSchema,
    errors: ['orders.not_found', 'certificates.not_ready', 'certificates.made_at_desk', ...CERTIFICATE_REQUEST_ERRORS],
    idempotent: true,
    rateLimit: { limit: 30, windowSeconds: 3600, by: 'actor' },
  }),
  listCertificates: defineEndpoint({
    id: 'certificates.listCertificates',
    method: 'GET',
    path: '/certificates',
    access: 'applicant',
    summary: '我的证书，新的在前',
    response: v.object({ items: v.array(certificateSummarySchema) }),
    errors: [],
    idempotent: true,
  }),
  readCertificate: defineEndpoint({
    id: 'certificates.readCertificate',
    method: 'GET',
    path: '/certificates/:certificateId',
    access: 'applicant',
    summary: '一张证书：写了什么、到什么时候、现在是否有效',
    params: certificateParams,
    response: certificateSchema,
    errors: ['certificates.not_found'],
    idempotent: true,
  }),
  downloadCertificate: defineEndpoint({
    id: 'certificates.downloadCertificate',
    method: 'GET',
    path: '/certificates/:certificateId/chain',
    access: 'applicant',
    summary: '证书和它的上级证书，PEM，本人的在前（不含私钥）',
    params: certificateParams,
    // RFC 8555, 9.1
    response: binary('application/pem-certificate-chain'),
    errors: ['certificates.not_found', 'certificates.not_issued'],
    idempotent: true,
  }),
  revokeCertificate: defineEndpoint({
    id: 'certificates.revokeCertificate',
    method: 'POST',
    path: '/certificates/:certificateId/revocation',
    access: 'applicant',
    summary: '持有人注销证书，立即生效，不能撤回；须本人手机号的短信验证码。已注销的再次提交不变',
    params: certificateParams,
    body: v.object({
      reason: v.picklist(HOLDER_REVOCATION_REASONS, '请选择注销原因'),
      code: smsCodeSchema,
    }),
    response: certificateSchema,
    errors: [
      'certificates.not_found',
      'certificates.not_issued',
      'auth.code_wrong',
      'auth.code_expired',
      'auth.code_too_many_tries',
    ],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
};
