import * as v from 'valibot';
import { binary, defineEndpoint, empty } from '../contract/define-endpoint';
import { APPLICANT_TYPES } from '../schemas/applicant-type';
import { objectIdSchema, revisionSchema } from '../schemas/identifiers';
import { longestProjectFile } from '../schemas/project-file-text';
import { projectVersionSchema, projectVersionSummarySchema } from '../schemas/project-version';
import { stepUpEntries } from '../schemas/staff-member';
import { STAFF_ROLES } from '../schemas/staff-role';
import { STEP_UP_ERRORS } from './step-up-errors';

const administrator = { staff: ['administrator'] } as const;
/** Everybody on the staff can see what one administrator prepares, and object. */
const anyStaff = { staff: STAFF_ROLES } as const;
const params = v.object({ projectVersionId: objectIdSchema });

export const projectVersionsEndpoints = {
  listProjects: defineEndpoint({
    id: 'projectVersions.listProjects',
    method: 'GET',
    path: '/staff/projects',
    access: anyStaff,
    summary: '全部项目：每个项目正在使用（或停办前最后使用）的版本，以及等待发布的草稿',
    response: v.object({
      items: v.array(
        v.object({
          projectId: v.string(),
          newest: v.nullable(projectVersionSummarySchema),
          draft: v.nullable(projectVersionSummarySchema),
        }),
      ),
    }),
    errors: [],
    idempotent: true,
  }),
  listVersions: defineEndpoint({
    id: 'projectVersions.listVersions',
    method: 'GET',
    path: '/staff/projects/:projectKey/versions',
    access: anyStaff,
    summary: '一个项目的草稿和已发布的版本，新的在前，最多 100 个',
    params: v.object({ projectKey: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,39}$/, '项目编号的格式不正确')) }),
    response: v.object({ items: v.array(projectVersionSummarySchema) }),
    errors: [],
    idempotent: true,
  }),
  readVersion: defineEndpoint({
    id: 'projectVersions.readVersion',
    method: 'GET',
    path: '/staff/project-versions/:projectVersionId',
    access: anyStaff,
    summary: '一个版本：项目文件、用文字说明的各项设置、和前一个版本的不同；草稿还有发布前要改的问题',
    params,
    response: projectVersionSchema,
    errors: ['project_versions.not_found'],
    idempotent: true,
  }),
  importFile: defineEndpoint({
    id: 'projectVersions.importFile',
    method: 'PUT',
    path: '/staff/project-versions/draft',
    access: administrator,
    summary:
      '导入项目文件（acceptance-project/1），保存为该项目的草稿，每个项目同时只有一份；revision 是被替换的草稿的版本，没有草稿时为 null；有问题的文件逐条说明，不保存',
    body: v.object({
      revision: v.nullable(revisionSchema),
      text: v.pipe(v.string(), v.maxLength(longestProjectFile, '文件太大，最多 64 KB')),
    }),
    response: projectVersionSchema,
    errors: ['project_versions.unfit', 'project_versions.unchanged', 'project_versions.not_found', 'request.conflict'],
    idempotent: true,
    rateLimit: { limit: 120, windowSeconds: 600, by: 'actor' },
  }),
  discardDraft: defineEndpoint({
    id: 'projectVersions.discardDraft',
    method: 'DELETE',
    path: '/staff/project-versions/:projectVersionId',
    access: administrator,
    summary: '丢弃草稿；已发布的版本不能删除',
    params,
    response: empty,
    errors: ['project_versions.published'],
    idempotent: true,
  }),
  publishDraft: defineEndpoint({
    id: 'projectVersions.publishDraft',
    method: 'POST',
    path: '/staff/project-versions/:projectVersionId/publication',
    access: administrator,
    summary:
      '发布草稿，此后新的申请用它，已有的申请不变：由导入的人以外的另一位管理员办理（只有一位管理员时，导入满 24 小时后可由本人办理），须再次证明本人',
    params,
    body: v.object({ revision: revisionSchema, ...stepUpEntries }),
    response: projectVersionSchema,
    errors: [
      'project_versions.not_found',
      'project_versions.published',
      'project_versions.unfit',
      'project_versions.second_administrator_required',
      'project_versions.too_early',
      'request.conflict',
      'staff.role_too_new',
      ...STEP_UP_ERRORS,
    ],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  withdrawProject: defineEndpoint({
    id: 'projectVersions.withdrawProject',
    method: 'POST',
    path: '/staff/project-versions/:projectVersionId/withdrawal',
    access: administrator,
    summary:
      '停办正在使用的版本的项目：不再接受新的申请，没提交的申请不能提交，已提交的照常办理；须再次证明本人；要恢复的，重新导入并由两人发布',
    params,
    body: v.object(stepUpEntries),
    response: projectVersionSchema,
    errors: ['project_versions.not_found', 'request.conflict', ...STEP_UP_ERRORS],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  readContractSample: defineEndpoint({
    id: 'projectVersions.readContractSample',
    method: 'GET',
    path: '/staff/project-versions/:projectVersionId/contract-sample',
    access: administrator,
    summary: '用示例数据和这个版本生成的合同 PDF，每页标明测试样本',
    params,
    query: v.object({ applicantType: v.optional(v.picklist(APPLICANT_TYPES), 'unit') }),
    response: binary('application/pdf'),
    errors: ['project_versions.not_found', 'templates.unfit'],
    idempotent: true,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  }),
};
