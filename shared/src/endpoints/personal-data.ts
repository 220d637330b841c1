import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { pageOf, pageQueryEntries } from '../schemas/page';
import { accountMattersSchema, dataExportSchema, deletionOutlookSchema, lookSchema } from '../schemas/personal-data';
import { smsCodeSchema, smsCodeSentSchema } from '../schemas/sms-code';
import { SMS_BUDGET, SMS_CODE_ERRORS } from './sms-budget';

const proof = v.object({
  /** Sent by `requestProof`: who holds the phone of somebody signed in is asked once more. */
  code: smsCodeSchema,
});
const codeErrors = ['auth.code_wrong', 'auth.code_expired', 'auth.code_too_many_tries'] as const;

export const personalDataEndpoints = {
  readMatters: defineEndpoint({
    id: 'personalData.readMatters',
    method: 'GET',
    path: '/account/matters',
    access: 'applicant',
    summary: '账号上正在进行、须让本人知道的事：更换手机号、注销',
    response: accountMattersSchema,
    errors: [],
    idempotent: true,
  }),
  requestProof: defineEndpoint({
    id: 'personalData.requestProof',
    method: 'POST',
    path: '/account/proof-codes',
    access: 'applicant',
    summary: '导出或注销之前，向本人手机号发送验证码',
    response: smsCodeSentSchema,
    errors: SMS_CODE_ERRORS,
    idempotent: false,
    rateLimit: { limit: 10, windowSeconds: 600, by: 'actor' },
    sharedRateLimit: SMS_BUDGET,
  }),
  requestExport: defineEndpoint({
    id: 'personalData.requestExport',
    method: 'POST',
    path: '/account/exports',
    access: 'applicant',
    summary: '导出本人的全部信息和文件；准备好后 72 小时内可以下载',
    body: proof,
    response: dataExportSchema,
    errors: [...codeErrors, 'personal_data.export_running'],
    idempotent: false,
    rateLimit: { limit: 5, windowSeconds: 86_400, by: 'actor' },
  }),
  listExports: defineEndpoint({
    id: 'personalData.listExports',
    method: 'GET',
    path: '/account/exports',
    access: 'applicant',
    summary: '本人最近的导出',
    response: v.object({ items: v.array(dataExportSchema) }),
    errors: [],
    idempotent: true,
  }),
  readExport: defineEndpoint({
    id: 'personalData.readExport',
    method: 'GET',
    path: '/account/exports/:exportId/file',
    access: 'applicant',
    summary: '下载导出的压缩包；每次下载都会记录',
    params: v.object({ exportId: objectIdSchema }),
    response: binary('application/zip'),
    errors: ['personal_data.export_not_found', 'personal_data.export_not_ready', 'personal_data.export_expired'],
    idempotent: true,
  }),
  listLooks: defineEndpoint({
    id: 'personalData.listLooks',
    method: 'GET',
    path: '/account/looks',
    access: 'applicant',
    summary:
      '工作人员什么时候看过本人的哪些资料，最近的在前；只写角色，不写是谁。total 是查看记录的条数，同一人几分钟内连续看的合为一项',
    query: v.object(pageQueryEntries),
    response: pageOf(lookSchema),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readDeletion: defineEndpoint({
    id: 'personalData.readDeletion',
    method: 'GET',
    path: '/account/deletion',
    access: 'applicant',
    summary: '注销账号会怎样：是否已申请，有没有进行中的申请，哪些资料依法保留',
    response: deletionOutlookSchema,
    errors: [],
    idempotent: true,
  }),
  requestDeletion: defineEndpoint({
    id: 'personalData.requestDeletion',
    method: 'POST',
    path: '/account/deletion',
    access: 'applicant',
    summary: '申请注销账号；7 天后执行，之前可以撤回',
    body: proof,
    response: deletionOutlookSchema,
    errors: [
      ...codeErrors,
      'personal_data.orders_live',
      'personal_data.certificates_valid',
      'personal_data.deletion_scheduled',
    ],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  cancelDeletion: defineEndpoint({
    id: 'personalData.cancelDeletion',
    method: 'DELETE',
    path: '/account/deletion',
    access: 'applicant',
    summary: '撤回注销',
    response: deletionOutlookSchema,
    errors: [],
    idempotent: true,
  }),
};
