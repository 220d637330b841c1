/** What is said of a project file, by itself. */
const SENTENCES: Readonly<Record<string, string>> = {
  '不收费的项目不开发票，要写成 []': 'A project without a price offers no invoices: write []',
  '开专用发票（special）的项目也要开普通发票（general）：不是每个申请人都能收专用发票':
    'With special invoices there must be general ones, too: not every applicant can take a special one',
  '专用发票（special）只开给单位，这个项目没有单位申请人':
    'Special invoices are for organisations only, and this project is for none',
  '有邮寄领取（courier）的项目，至少要写一家快递公司': 'With delivery by courier there must be a courier at least',
  '没有邮寄领取（courier）的项目不写快递公司，要写成 []': 'Without delivery by courier there are no couriers: write []',
  '经办人（onlyFor）只有单位才有，这个项目没有单位申请人':
    'Only organisations have agents (onlyFor), and this project is for none',
  '信息变更（change）只办单位证书，这个项目没有单位申请人':
    'Changes are for organisations only, and this project is for none',
  '不是 JSON 文件，或者写错了：请检查引号、逗号和括号是否成对，最后一项后面没有逗号':
    'This is not JSON, or there is a mistake in it: check quotes, commas and brackets; no comma follows the last item',
  '要写成文字，用双引号括起来': 'Write a text, in double quotes',
  不能为空: 'This cannot be empty',
  要写整数: 'Write a whole number',
  '要写成列表，用方括号括起来': 'Write a list, in square brackets',
  和前面的重复: 'This is there twice',
  '没有这个设置，请检查拼写': 'There is no such setting; please check the spelling',
  '要写成一组设置，用大括号括起来': 'Write a group of settings, in braces',
  缺少这一项: 'This is missing',
  '要写成文字，例如 "260.00"': 'Write a text, for example "260.00"',
  '要写成两位小数的元，例如 "260.00"，最多 99999.99':
    'Write yuan with two decimals, for example "260.00", at most 99999.99',
  '不收费的项目，把 price 写成 null': 'Where nothing is to be paid, write null for price',
  要写成文字: 'Write a text',
  '用小写字母、数字和连字符，2 到 40 个字符': 'Use 2 to 40 lower-case letters, digits and hyphens',
  '只能是 true 或 false': 'Write true or false',
  '只能是 agent（经办人），或者不写': 'Write agent, or leave it out',
  '用小写字母、数字和连字符，字母开头，2 到 40 个字符':
    'Use 2 to 40 lower-case letters, digits and hyphens, a letter first',
  '用 2 到 6 个大写字母': 'Use 2 to 6 capital letters',
  'kind 和前面的材料重复': 'This kind is there twice',
  项目编号的格式不正确: 'This is not the id of a project',
  '文件太大，最多 64 KB': 'The file is too large; it can have at most 64 KB',
};

const RULES: readonly (readonly [pattern: RegExp, english: string])[] = [
  [/^最多 (\d+) 个字$/, 'At most $1 characters'],
  [/^要写 (\d+) 到 (\d+) 的整数，不加引号$/, 'Write a whole number from $1 to $2, without quotes'],
  [/^最小是 (\d+)$/, 'At least $1'],
  [/^最大是 (\d+)$/, 'At most $1'],
  [/^只能是其中之一：(.+)$/, 'Write one of these: $1'],
  [/^至少要有 (\d+) 项$/, 'At least $1 of them'],
  [/^最多 (\d+) 项$/, 'At most $1 of them'],
  [/^要写 ("[^"]+")(，这里读不了其他格式)?$/, 'Write $1'],
];

/** English for a sentence about a setting of a project file; null when it is none. */
export function englishProjectFileMessage(message: string): string | null {
  const rule = RULES.find(([pattern]) => pattern.test(message));
  return SENTENCES[message] ?? (rule ? message.replace(rule[0], rule[1]).replaceAll('、', ', ') : null);
}
