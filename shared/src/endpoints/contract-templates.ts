import * as v from 'valibot';
import { binary, defineEndpoint, empty } from '../contract/define-endpoint';
import { APPLICANT_TYPES } from '../schemas/applicant-type';
import {
  CONTRACT_TEMPLATE_PUBLICATION,
  contractTemplateContentSchema,
  contractTemplateProblemSchema,
  contractTemplateSummarySchema,
} from '../schemas/contract-template';
import { objectIdSchema, revisionSchema, timestampSchema } from '../schemas/identifiers';
import { stepUpEntries } from '../schemas/staff-member';
import { STAFF_ROLES } from '../schemas/staff-role';
import { contractTextSchema } from './contracts';
import { STEP_UP_ERRORS } from './step-up-errors';

const administrator = { staff: ['administrator'] } as const;
/** Everybody on the staff can see what one administrator prepares, and object. */
const anyStaff = { staff: STAFF_ROLES } as const;
const params = v.object({ contractTemplateId: objectIdSchema });

export const contractTemplateSchema = v.object({
  ...contractTemplateSummarySchema.entries,
  revision: revisionSchema,
  content: contractTemplateContentSchema,
  /** As it is read before signing, by today's settings; null while a placeholder has no value. */
  text: v.nullable(contractTextSchema),
  /** Of a draft: what keeps it from being published. */
  problems: v.array(contractTemplateProblemSchema),
  /** Whether the caller may change drafts and see samples. */
  mayEdit: v.boolean(),
  /** Of a draft, to administrators: whether the caller may publish it; otherwise null. */
  publication: v.nullable(v.picklist(CONTRACT_TEMPLATE_PUBLICATION)),
  /** Where time must pass: from when on. */
  publishableFrom: v.nullable(timestampSchema),
});
export type ContractTemplateView = v.InferOutput<typeof contractTemplateSchema>;

export const contractTemplatesEndpoints = {
  listTemplates: defineEndpoint({
    id: 'contractTemplates.listTemplates',
    method: 'GET',
    path: '/staff/contract-templates',
    access: anyStaff,
    summary: '合同模板的草稿和各个已发布版本，新的在前；以及模板里可以使用的占位',
    response: v.object({
      items: v.array(contractTemplateSummarySchema),
      placeholders: v.array(v.object({ name: v.string(), value: v.string() })),
      /** Whether the caller may change drafts. */
      mayEdit: v.boolean(),
    }),
    errors: [],
    idempotent: true,
  }),
  readTemplate: defineEndpoint({
    id: 'contractTemplates.readTemplate',
    method: 'GET',
    path: '/staff/contract-templates/:contractTemplateId',
    access: anyStaff,
    summary: '一个版本：模板内容、按当前设置填好的正文，草稿还有发布前要改的问题',
    params,
    response: contractTemplateSchema,
    errors: ['templates.not_found'],
    idempotent: true,
  }),
  saveDraft: defineEndpoint({
    id: 'contractTemplates.saveDraft',
    method: 'PUT',
    path: '/staff/contract-templates/draft',
    access: administrator,
    summary: '保存草稿，同时只有一份；revision 是正在修改的草稿的版本，没有草稿时为 null',
    body: v.object({ revision: v.nullable(revisionSchema), content: contractTemplateContentSchema }),
    response: contractTemplateSchema,
    errors: ['templates.not_found', 'request.conflict'],
    idempotent: true,
    rateLimit: { limit: 120, windowSeconds: 600, by: 'actor' },
  }),
  discardDraft: defineEndpoint({
    id: 'contractTemplates.discardDraft',
    method: 'DELETE',
    path: '/staff/contract-templates/:contractTemplateId',
    access: administrator,
    summary: '丢弃草稿；已发布的版本不能删除',
    params,
    response: empty,
    errors: ['templates.published'],
    idempotent: true,
  }),
  publishDraft: defineEndpoint({
    id: 'contractTemplates.publishDraft',
    method: 'POST',
    path: '/staff/contract-templates/:contractTemplateId/publication',
    access: administrator,
    summary:
      '发布草稿，此后新签的合同用它：由最后保存的人以外的另一位管理员办理（只有一位管理员时，保存满 24 小时后可由本人办理），须再次证明本人',
    params,
    body: v.object({ revision: revisionSchema, ...stepUpEntries }),
    response: contractTemplateSchema,
    errors: [
      'templates.not_found',
      'templates.published',
      'templates.unfit',
      'templates.second_administrator_required',
      'templates.too_early',
      'request.conflict',
      'staff.role_too_new',
      ...STEP_UP_ERRORS,
    ],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  readSample: defineEndpoint({
    id: 'contractTemplates.readSample',
    method: 'GET',
    path: '/staff/contract-templates/:contractTemplateId/sample',
    access: administrator,
    summary: '用示例数据生成的合同 PDF，每页标明测试样本',
    params,
    query: v.object({ applicantType: v.optional(v.picklist(APPLICANT_TYPES), 'unit') }),
    response: binary('application/pdf'),
    errors: ['templates.not_found', 'templates.unfit'],
    idempotent: true,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  }),
};
