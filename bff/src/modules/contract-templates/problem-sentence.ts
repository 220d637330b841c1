import type { ContractTemplateProblem, FieldProblem } from '@acceptance/shared';

const OUTSIDE: Readonly<Record<string, string>> = {
  version: '版本号',
  title: '标题',
  keyPoints: '要点',
  articles: '条款',
  'projects.name': '的名称',
  'projects.specialTerms': '的特别约定',
};

function placeOf({ path, of }: ContractTemplateProblem): string {
  const [part, first, member, second] = path.split('.');
  if (part === 'projects') {
    return `项目“${of}”${OUTSIDE[path] ?? ''}`;
  }
  if (part === 'authority') {
    return `甲方信息（${first}）`;
  }
  const number = Number(first) + 1;
  if (part === 'keyPoints' && first !== undefined) {
    return `要点第 ${number} 条`;
  }
  if (part === 'articles' && first !== undefined) {
    const line = second === undefined ? '' : ` ${Number(second) + 1} 段`;
    return `第 ${number} 条${member === 'heading' ? '的标题' : line && `第${line}`}`;
  }
  return OUTSIDE[path] ?? path;
}

const REASONS: Readonly<Record<ContractTemplateProblem['kind'], (found: string) => string>> = {
  missing: () => '还没有填写',
  'too-long': (max) => `最多 ${max} 个字`,
  'too-many': (max) => `最多 ${max} 项`,
  invisible: (found) => `有看不见的字符 ${found}`,
  unprintable: (found) => `有合同字体印不出的字 ${found}`,
  placeholder: (found) => `有不认识的占位 ${found}`,
  'version-form': () => '只用数字、字母、点和横线，例如 2027.1',
  'version-used': () => '已经用过，请换一个',
};

/** A problem as the API's answer says it. */
export const fieldProblemOf = (problem: ContractTemplateProblem): FieldProblem => ({
  path: problem.path,
  message: `${placeOf(problem)}：${REASONS[problem.kind](problem.found)}`,
});
