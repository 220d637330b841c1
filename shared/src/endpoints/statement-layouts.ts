import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { layoutSchema, newLayoutSchema, statementPreviewSchema } from '../schemas/statement-layout';
import { STATEMENT_FILE_ERRORS } from './statement-file-errors';

const finance = { staff: ['finance'] } as const;

/** Statements of banks that the system does not know: finance says once what their columns are. */
export const statementLayoutEndpoints = {
  listLayouts: defineEndpoint({
    id: 'statementLayouts.listLayouts',
    method: 'GET',
    path: '/staff/statement-layouts',
    access: finance,
    summary: '保存过的其他银行对账单的列，按银行名称排列；只有表头，不含个人信息',
    response: v.object({ items: v.array(layoutSchema) }),
    errors: [],
    idempotent: true,
  }),
  saveLayout: defineEndpoint({
    id: 'statementLayouts.saveLayout',
    method: 'PUT',
    path: '/staff/statement-layouts',
    access: finance,
    summary: '保存一家银行对账单各列的用途；表头相同的，改原来那一份',
    body: newLayoutSchema,
    response: layoutSchema,
    errors: ['bank_transfers.too_many_layouts'],
    idempotent: true,
  }),
  deleteLayout: defineEndpoint({
    id: 'statementLayouts.deleteLayout',
    method: 'DELETE',
    path: '/staff/statement-layouts/:layoutId',
    access: finance,
    summary: '删除保存过的列；导入过的到账不变',
    params: v.object({ layoutId: objectIdSchema }),
    response: empty,
    errors: ['bank_transfers.layout_not_found'],
    idempotent: true,
  }),
  previewStatement: defineEndpoint({
    id: 'statementLayouts.previewStatement',
    method: 'POST',
    path: '/staff/bank-statements/preview',
    access: finance,
    summary: '读对账单开头的几行，认出保存过的银行；不登记，不保存文件',
    request: 'multipart',
    body: v.object({}),
    response: statementPreviewSchema,
    errors: [...STATEMENT_FILE_ERRORS],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
};
