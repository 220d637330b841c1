import { guessRoles } from './guess-roles';

it.each([
  [
    ['交易日期', '交易时间', '收入金额', '支出金额', '账户余额', '对方账号', '对方户名', '交易流水号', '摘要', '附言'],
    ['day', 'none', 'income', 'none', 'none', 'payerAccount', 'payerName', 'reference', 'remark', 'remark'],
  ],
  [
    ['序号', '记账日', '借贷标志', '交易金额', '对方单位名称', '对方帐号', '用途'],
    ['reference', 'day', 'direction', 'income', 'payerName', 'payerAccount', 'remark'],
  ],
  [
    ['甲', '', '乙'],
    ['none', 'none', 'none'],
  ],
])('guesses the columns of a heading: %#', (headings, roles) => {
  expect(guessRoles(headings)).toEqual(roles);
});
