import { define, type ErrorDefinition } from './error-definition';

/** Versions of projects; a part of `ERROR_CATALOGUE`. */
export const PROJECT_VERSION_ERRORS = {
  'project_versions.unfit': define(422, '这份项目文件有问题，没有保存', '请按列出的问题逐条修改后再试'),
  'project_versions.unchanged': define(409, '内容和正在使用的版本一样', '没有要改的，不需要再导入'),
  'project_versions.not_found': define(404, '没有找到这个项目或版本', '请刷新列表后再试'),
  'project_versions.published': define(409, '这个版本已经发布，不能再改', '要修改的，请导入新的文件，另存一份草稿'),
  'project_versions.second_administrator_required': define(
    409,
    '您导入的草稿须由另一位管理员发布',
    '请请另一位管理员核对并发布',
  ),
  'project_versions.too_early': define(
    409,
    '只有一位管理员时，草稿导入满 24 小时才能发布',
    '请在 {hours} 小时后再发布',
  ),
  'projects.withdrawn': define(409, '这个项目已经停办，不能再提交申请', '请选择其他项目重新申请，或拨打客服电话'),
} as const satisfies Record<string, ErrorDefinition>;
