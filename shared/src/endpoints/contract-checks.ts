import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import {
  CONTRACT_FILE_LIMIT,
  contractCheckCodeSchema,
  contractFileCheckSchema,
  contractNumberSchema,
  contractRecordSchema,
} from '../schemas/contract-check';

/** Whoever holds a contract may ask whether it is genuine, without an account. Nothing of it is kept. */
export const contractChecksEndpoints = {
  checkFile: defineEndpoint({
    id: 'contractChecks.checkFile',
    method: 'POST',
    path: '/public/contract-checks',
    access: 'public',
    summary: '核验一份合同文件（PDF）：是否由本机构签署、签署后是否被改动；文件不保存',
    request: 'multipart',
    uploadLimit: CONTRACT_FILE_LIMIT,
    body: v.object({}),
    response: contractFileCheckSchema,
    errors: ['files.missing'],
    idempotent: true,
    audited: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'address' },
  }),
  findByCode: defineEndpoint({
    id: 'contractChecks.findByCode',
    method: 'POST',
    path: '/public/contract-checks/by-code',
    access: 'public',
    summary: '凭合同上的编号和验真码查询签署记录；验真码不对与没有这份合同，回答相同',
    // In the body: neither belongs into an address or a log.
    body: v.object({ contractNumber: contractNumberSchema, code: contractCheckCodeSchema }),
    response: contractRecordSchema,
    errors: ['contract_checks.not_found'],
    idempotent: true,
    audited: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
  }),
};
