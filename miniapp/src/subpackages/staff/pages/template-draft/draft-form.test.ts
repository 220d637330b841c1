import type { ContractTemplateContent } from '@acceptance/shared';
import { addArticle, changeArticle, contentOf, formOf, moveArticle, removeArticle } from './draft-form';

const CONTENT: ContractTemplateContent = {
  version: '2027.1',
  title: '数字证书电子服务合同',
  keyPoints: ['一。', '二。'],
  articles: [
    { heading: '用途', paragraphs: ['甲。', '乙。'] },
    { heading: '责任', important: true, paragraphs: ['丙。'] },
  ],
};
const { articles } = formOf(CONTENT);
const headings = (list: typeof articles) => list.map(({ heading }) => heading);

it('is saved as it was read', () => {
  expect(contentOf(formOf(CONTENT))).toEqual(CONTENT);
});

it('makes a paragraph of each line that says something', () => {
  const form = { ...formOf(CONTENT), keyPoints: '\n 一。 \n\n三。\n' };
  expect(contentOf(form).keyPoints).toEqual(['一。', '三。']);
});

it('moves articles, and leaves the ends where they are', () => {
  expect(headings(moveArticle(articles, 0, 1))).toEqual(['责任', '用途']);
  expect(headings(moveArticle(articles, 1, -1))).toEqual(['责任', '用途']);
  expect(moveArticle(articles, 0, -1)).toBe(articles);
  expect(moveArticle(articles, 1, 1)).toBe(articles);
});

it('adds under a key that no other has, changes and removes', () => {
  const more = addArticle(removeArticle(articles, 0));
  expect(new Set(more.map(({ key }) => key)).size).toBe(2);
  expect(headings(changeArticle(more, more[1]!.key, { heading: '新' }))).toEqual(['责任', '新']);
  expect(addArticle([])).toHaveLength(1);
});
