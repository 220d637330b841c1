import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import {
  CERTIFICATE_STATES,
  certificateParams,
  certificateRequestSchema,
  certificateSummarySchema,
  REVOCATION_REASONS,
  staffCertificateSchema,
  staffIssuingSchema,
  tokenSerialNumberSchema,
} from '../schemas/certificate';
import { objectIdSchema } from '../schemas/identifiers';
import { pageOf, pageQueryEntries } from '../schemas/page';
import { lineOfText } from '../schemas/text-fields';
import { CERTIFICATE_REQUEST_ERRORS } from './certificate-request-errors';

const issuer = { staff: ['issuer'] } as const;
const keeper = { staff: ['issuer', 'administrator'] } as const;
const orderParams = v.object({ orderId: objectIdSchema });
const stateErrors = ['certificates.not_found', 'certificates.state_not_allowed', 'staff.own_order'] as const;
const note = lineOfText('说明', 200);

const inventoryFilterEntries = {
  state: v.optional(v.picklist(CERTIFICATE_STATES)),
  /** An order's number or a serial number, whole. */
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64, '最多 64 个字符'))),
};

/** The issuer's desk: certificates in UKeys, and the inventory of all certificates. */
export const certificateDeskEndpoints = {
  readIssuing: defineEndpoint({
    id: 'certificateDesk.readIssuing',
    method: 'GET',
    path: '/staff/orders/:orderId/certificate',
    access: issuer,
    summary: '一份申请的证书：会写什么、办到哪一步',
    params: orderParams,
    response: staffIssuingSchema,
    errors: ['orders.not_found'],
    idempotent: true,
    // It names the holder.
    audited: true,
  }),
  startIssuing: defineEndpoint({
    id: 'certificateDesk.startIssuing',
    method: 'POST',
    path: '/staff/orders/:orderId/issuing',
    access: issuer,
    summary: '开始制证：取一个空白 UKey，准备在其中生成密钥',
    params: orderParams,
    response: staffIssuingSchema,
    errors: ['orders.not_found', 'orders.transition_not_allowed', 'staff.own_order', 'refunds.waiting'],
    idempotent: true,
  }),
  requestCertificate: defineEndpoint({
    id: 'certificateDesk.requestCertificate',
    method: 'POST',
    path: '/staff/orders/:orderId/certificate',
    access: issuer,
    summary: '提交在 UKey 里生成的证书请求（PKCS#10），开始签发；与申请人自己提交的检查相同',
    params: orderParams,
    body: v.object({ csr: certificateRequestSchema, tokenSerialNumber: tokenSerialNumberSchema }),
    response: staffIssuingSchema,
    errors: [
      'orders.not_found',
      'staff.own_order',
      'certificates.not_ready',
      'certificates.made_by_holder',
      ...CERTIFICATE_REQUEST_ERRORS,
    ],
    idempotent: true,
  }),
  confirmToken: defineEndpoint({
    id: 'certificateDesk.confirmToken',
    method: 'POST',
    path: '/staff/certificates/:certificateId/token',
    access: issuer,
    summary: '证书已写入 UKey，并读回、签名核对过',
    params: certificateParams,
    body: v.object({ tokenSerialNumber: tokenSerialNumberSchema }),
    response: staffCertificateSchema,
    errors: ['certificates.not_found', 'certificates.not_issued', 'certificates.other_token'],
    idempotent: true,
  }),
  listCertificates: defineEndpoint({
    id: 'certificateDesk.listCertificates',
    method: 'GET',
    path: '/staff/certificates',
    access: keeper,
    summary: '证书台账，新的在前；可按状态筛选，按申请编号或序列号查找',
    query: v.object({ ...pageQueryEntries, ...inventoryFilterEntries }),
    response: pageOf(certificateSummarySchema),
    errors: ['request.cursor_invalid'],
    idempotent: true,
    audited: true,
  }),
  exportCertificates: defineEndpoint({
    id: 'certificateDesk.exportCertificates',
    method: 'GET',
    path: '/staff/certificates.csv',
    access: keeper,
    summary: '导出证书台账为表格（CSV，UTF-8），筛选和查找与列表相同；记入审计日志',
    query: v.object(inventoryFilterEntries),
    response: binary('text/csv'),
    errors: ['certificates.too_many_to_export'],
    idempotent: true,
    audited: true,
    rateLimit: { limit: 20, windowSeconds: 3600, by: 'actor' },
  }),
  readCertificate: defineEndpoint({
    id: 'certificateDesk.readCertificate',
    method: 'GET',
    path: '/staff/certificates/:certificateId',
    access: keeper,
    summary: '一张证书的全部内容',
    params: certificateParams,
    response: staffCertificateSchema,
    errors: ['certificates.not_found'],
    idempotent: true,
    audited: true,
  }),
  revokeCertificate: defineEndpoint({
    id: 'certificateDesk.revokeCertificate',
    method: 'POST',
    path: '/staff/certificates/:certificateId/revocation',
    access: keeper,
    summary: '注销证书，立即生效，不能撤回；写明依据（如持有人来电并已核对身份）',
    params: certificateParams,
    body: v.object({ reason: v.picklist(REVOCATION_REASONS, '请选择注销原因'), note }),
    response: staffCertificateSchema,
    errors: stateErrors,
    idempotent: true,
  }),
  suspendCertificate: defineEndpoint({
    id: 'certificateDesk.suspendCertificate',
    method: 'POST',
    path: '/staff/certificates/:certificateId/suspension',
    access: keeper,
    summary: '停用证书：查清之前不能使用，可以恢复',
    params: certificateParams,
    body: v.object({ note }),
    response: staffCertificateSchema,
    errors: stateErrors,
    idempotent: true,
  }),
  releaseCertificate: defineEndpoint({
    id: 'certificateDesk.releaseCertificate',
    method: 'DELETE',
    path: '/staff/certificates/:certificateId/suspension',
    access: keeper,
    summary: '恢复停用的证书',
    params: certificateParams,
    response: staffCertificateSchema,
    errors: stateErrors,
    idempotent: true,
  }),
};
