import { CONTRACT_TEMPLATE_PROBLEM_REASONS, type ContractTemplateProblem, type FieldProblem } from '@acceptance/shared';

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

/** A problem as the API's answer says it. */
export const fieldProblemOf = (problem: ContractTemplateProblem): FieldProblem => ({
  path: problem.path,
  message: `${placeOf(problem)}：${CONTRACT_TEMPLATE_PROBLEM_REASONS[problem.kind](problem.found)}`,
});
