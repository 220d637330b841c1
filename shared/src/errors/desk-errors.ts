import { define, type ErrorDefinition } from './error-definition';

/** Of the desk as a whole; part of `ERROR_CATALOGUE`. */
export const DESK_ERRORS = {
  'desk.no_search_by_id_number': define(
    422,
    '不能用身份证号查找申请',
    '请改用申请编号、姓名、手机号、单位名称或统一社会信用代码',
  ),
  'desk.span_invalid': define(422, '统计的日期范围不正确', '请选择最多 {most} 天，结束日期不早于开始日期'),
} as const satisfies Record<string, ErrorDefinition>;
