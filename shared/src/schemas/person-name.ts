import * as v from 'valibot';

/**
 * Name as printed on a resident identity card: 2–30 Han characters; `·` (U+00B7) between the parts of minority names.
 * Other dots that keyboards produce become `·`. Whether the contract's font has every character is the server's check.
 */
export const personNameSchema = v.pipe(
  v.string('请输入姓名'),
  v.trim(),
  v.transform((value) => value.replace(/[•・．.‧∙]/g, '·')),
  v.regex(/^\p{Script=Han}+(·\p{Script=Han}+)*$/u, '姓名请与身份证一致，只填汉字和中间的“·”'),
  v.check((value) => Array.from(value).length >= 2 && Array.from(value).length <= 30, '姓名应为 2 至 30 个字'),
);
