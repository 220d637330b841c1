import type { ColumnRole } from '@acceptance/shared';

/** Words by which banks name a column, the first that fits counts. What the other side is called comes before what is meant. */
const WORDS: readonly (readonly [role: ColumnRole, words: RegExp])[] = [
  ['payerAccount', /^对方.*[账帐]号|付款[账帐]号/],
  ['payerName', /^对方.*(户名|名称|单位)|付款人?(户名|名称)/],
  ['income', /贷方|收入|转入|^交易金额/],
  ['reference', /流水号|^序号|明细编号/],
  ['day', /^(交易|记账|入账)(日期?|时间)/],
  ['direction', /借贷|收支/],
  ['remark', /摘要|附言|用途|备注/],
];
/** As many remarks as are kept; of the others one. */
const MOST_REMARKS = 4;

/** What the columns of a statement are, as far as their names tell; somebody looks over it. */
export function guessRoles(headings: readonly string[]): ColumnRole[] {
  const roles: ColumnRole[] = [];
  for (const heading of headings) {
    const found = WORDS.find(([, words]) => words.test(heading))?.[0] ?? 'none';
    const most = found === 'remark' ? MOST_REMARKS : 1;
    roles.push(roles.filter((role) => role === found).length < most ? found : 'none');
  }
  return roles;
}
