import { define, type ErrorDefinition } from './error-definition';

/** Comparing a day's money with the bill; a part of `ERROR_CATALOGUE`. */
export const RECONCILIATION_ERRORS = {
  'reconciliation.day_not_found': define(
    404,
    '没有这个日期的对账记录',
    '有收款之后的日期才有；当日的账，次日上午 10:15 以后查看',
  ),
  'reconciliation.difference_not_found': define(404, '没有找到这笔差异', '可能已经对上；请刷新后再看'),
  'reconciliation.difference_settled': define(409, '这笔差异已由 {name} 写明处理结果', '请刷新后查看'),
} as const satisfies Record<string, ErrorDefinition>;
