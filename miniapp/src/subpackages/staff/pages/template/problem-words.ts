import type { ContractTemplateProblem } from '@acceptance/shared';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';

function articlePlace([first = '', member, second]: readonly string[]): string {
  const number = Number(first) + 1;
  if (member === 'heading') {
    return TEXT.heading(number);
  }
  return second === undefined ? TEXT.article(number) : TEXT.paragraph(number, Number(second) + 1);
}

function placeOf({ path, of }: ContractTemplateProblem): string {
  const [part, ...rest] = path.split('.');
  const isWhole = rest.length === 0;
  switch (part) {
    case 'version':
      return TEXT.version;
    case 'title':
      return TEXT.contractTitle;
    case 'keyPoints':
      return isWhole ? TEXT.keyPoints : TEXT.keyPoint(Number(rest[0]) + 1);
    case 'articles':
      return isWhole ? TEXT.articles : articlePlace(rest);
    case 'projects':
      return rest[0] === 'name' ? TEXT.projectName(of ?? '') : TEXT.specialTerms(of ?? '');
    case 'authority':
      return TEXT.authority(rest.join('.'));
    default:
      return path;
  }
}

/** What keeps a draft from being published, in a sentence. */
export const problemWords = (problem: ContractTemplateProblem): string =>
  TEXT.fault(placeOf(problem), TEXT.reason[problem.kind](problem.found));
