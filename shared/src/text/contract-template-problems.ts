import type { ContractTemplateProblem } from '../schemas/contract-template';

/** What is wrong, to stand behind where it is. */
export const CONTRACT_TEMPLATE_PROBLEM_REASONS: Readonly<
  Record<ContractTemplateProblem['kind'], (found: string) => string>
> = {
  missing: () => '还没有填写',
  'too-long': (max) => `最多 ${max} 个字`,
  'too-many': (max) => `最多 ${max} 项`,
  invisible: (found) => `有看不见的字符 ${found}`,
  unprintable: (found) => `有合同字体印不出的字 ${found}`,
  placeholder: (found) => `有不认识的占位 ${found}`,
  'version-form': () => '只用数字、字母、点和横线，例如 2027.1',
  'version-used': () => '已经用过，请换一个',
};
