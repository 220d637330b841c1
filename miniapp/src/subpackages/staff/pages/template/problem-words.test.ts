import { setCurrentLanguage } from '../../../../language/current-language';
import { problemWords } from './problem-words';

const words = (path: string, kind: Parameters<typeof problemWords>[0]['kind'] = 'missing', found = '') =>
  problemWords({ kind, path, of: '示例项目', found });
afterEach(() => setCurrentLanguage('zh'));

it.each([
  ['version', '版本号：还没有填写'],
  ['title', '标题：还没有填写'],
  ['keyPoints', '要点：还没有填写'],
  ['keyPoints.1', '要点第 2 条：还没有填写'],
  ['articles', '条款：还没有填写'],
  ['articles.2.paragraphs', '第 3 条：还没有填写'],
  ['articles.2.heading', '第 3 条的标题：还没有填写'],
  ['articles.2.paragraphs.0', '第 3 条第 1 段：还没有填写'],
  ['projects.name', '项目“示例项目”的名称：还没有填写'],
  ['projects.specialTerms', '项目“示例项目”的特别约定：还没有填写'],
  ['authority.court', '甲方信息 court：还没有填写'],
])('says where: %s', (path, sentence) => {
  expect(words(path)).toBe(sentence);
});

it('says what was found, in the language of the reader', () => {
  expect(words('title', 'placeholder', '{authority.fax}')).toBe('标题：有不认识的占位 {authority.fax}');
  setCurrentLanguage('en');
  expect(words('articles.0.paragraphs.1', 'too-long', '800')).toBe(
    'Article 1, paragraph 2 can have at most 800 characters',
  );
});
