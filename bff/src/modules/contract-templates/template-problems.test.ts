import type { ContractTemplateContent } from '@acceptance/shared';
import { fieldProblemOf } from './problem-sentence';
import { type TemplateSurroundings, templateProblems } from './template-problems';

const CONTENT: ContractTemplateContent = {
  version: '2027.1',
  title: '数字证书电子服务合同',
  keyPoints: ['请保管好证书。'],
  articles: [{ heading: '证书的用途', paragraphs: ['向甲方（{authority.name}）申请。', '不得用于其他场合。'] }],
};
const SURROUNDINGS: TemplateSurroundings = {
  placeholders: ['authority.name', 'authority.phone'],
  usedVersions: ['2026.13'],
  printed: [
    { path: 'authority.name', text: '启明数字证书认证（演示）有限公司' },
    { path: 'projects.name', of: '示例项目', text: '示例项目' },
  ],
  missingCharacters: (text) => [...new Set(text)].filter((character) => '𠮷☃'.includes(character)),
};

const problemsOf = (change: Partial<ContractTemplateContent>, surroundings: Partial<TemplateSurroundings> = {}) =>
  templateProblems({ ...CONTENT, ...change }, { ...SURROUNDINGS, ...surroundings });
const article = (paragraphs: string[], heading = '证书的用途') => ({ articles: [{ heading, paragraphs }] });
const manyParagraphs = Array.from({ length: 41 }, () => '一段。');

it('has nothing against a template that can be printed', () => {
  expect(problemsOf({})).toEqual([]);
});

it.each([
  ['no version', { version: '' }, 'missing', 'version', '版本号：还没有填写'],
  ['a version that is none', { version: '二〇二七' }, 'version-form', 'version', '版本号：只用数字、字母'],
  ['a version that was published', { version: '2026.13' }, 'version-used', 'version', '版本号：已经用过'],
  ['a long version', { version: '1'.repeat(21) }, 'too-long', 'version', '版本号：最多 20 个字'],
  ['no title', { title: ' ' }, 'missing', 'title', '标题：还没有填写'],
  ['no key points', { keyPoints: [] }, 'missing', 'keyPoints', '要点：还没有填写'],
  ['an empty key point', { keyPoints: ['好。', ''] }, 'missing', 'keyPoints.1', '要点第 2 条：还没有填写'],
  ['seven key points', { keyPoints: Array(7).fill('好。') }, 'too-many', 'keyPoints', '要点：最多 6 项'],
  ['no articles', { articles: [] }, 'missing', 'articles', '条款：还没有填写'],
  ['an article without text', article([]), 'missing', 'articles.0.paragraphs', '第 1 条：还没有填写'],
  ['an article without heading', article(['好。'], ''), 'missing', 'articles.0.heading', '第 1 条的标题：还没有填写'],
  ['an empty paragraph', article(['好。', '']), 'missing', 'articles.0.paragraphs.1', '第 1 条第 2 段：还没有填写'],
  ['many paragraphs', article(manyParagraphs), 'too-many', 'articles.0.paragraphs', '第 1 条：最多 40 项'],
  [
    'a long paragraph',
    article(['字'.repeat(801)]),
    'too-long',
    'articles.0.paragraphs.0',
    '第 1 条第 1 段：最多 800 个字',
  ],
  [
    'an unknown place',
    { title: '{authority.fax}合同' },
    'placeholder',
    'title',
    '标题：有不认识的占位 {authority.fax}',
  ],
  ['a brace alone', { title: '{authority.name' }, 'placeholder', 'title', '标题：有不认识的占位 {'],
  ['what the font lacks', { title: '𠮷☃𠮷合同' }, 'unprintable', 'title', '标题：有合同字体印不出的字 𠮷 ☃'],
  ['what nobody sees', { title: '合\u200b同' }, 'invisible', 'title', '标题：有看不见的字符 U+200B'],
] as const)('names %s', (_what, change, kind, path, sentence) => {
  const problems = problemsOf(change as Partial<ContractTemplateContent>);
  expect(problems).toMatchObject([{ kind, path }]);
  expect(fieldProblemOf(problems[0]!)).toEqual({ path, message: expect.stringContaining(sentence) });
});

it('counts characters, and lets a text be as long as it may', () => {
  expect(problemsOf(article(['𠀀'.repeat(800)]))).toEqual([]);
});

it('looks at what is printed with the template, too', () => {
  const printed = [
    { path: 'authority.court', text: '☃法院' },
    { path: 'projects.name', of: '𠮷项目', text: '𠮷项目' },
    { path: 'projects.specialTerms', of: '示例项目', text: '☃' },
  ];
  const problems = problemsOf({}, { printed });
  expect(problems.map(({ kind, path, of, found }) => [kind, path, of, found])).toEqual([
    ['unprintable', 'authority.court', null, '☃'],
    ['unprintable', 'projects.name', '𠮷项目', '𠮷'],
    ['unprintable', 'projects.specialTerms', '示例项目', '☃'],
  ]);
  expect(problems.map((problem) => fieldProblemOf(problem).message)).toEqual([
    '甲方信息（court）：有合同字体印不出的字 ☃',
    '项目“𠮷项目”的名称：有合同字体印不出的字 𠮷',
    '项目“示例项目”的特别约定：有合同字体印不出的字 ☃',
  ]);
});
