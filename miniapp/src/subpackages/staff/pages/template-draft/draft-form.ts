import type { ContractTemplateContent } from '@acceptance/shared';

/** An article as it is typed: its paragraphs are lines. */
export interface ArticleForm {
  /** Tells articles apart while they move. */
  readonly key: number;
  readonly heading: string;
  readonly important: boolean;
  readonly text: string;
}

/** A template as it is typed: what is a list is lines. */
export interface DraftForm {
  readonly version: string;
  readonly title: string;
  readonly keyPoints: string;
  readonly articles: readonly ArticleForm[];
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const formOf = ({ version, title, keyPoints, articles }: ContractTemplateContent): DraftForm => ({
  version,
  title,
  keyPoints: keyPoints.join('\n'),
  articles: articles.map(({ heading, important = false, paragraphs }, key) => ({
    key,
    heading,
    important,
    text: paragraphs.join('\n'),
  })),
});

/** What is saved: empty lines are none. */
export const contentOf = ({ version, title, keyPoints, articles }: DraftForm): ContractTemplateContent => ({
  version: version.trim(),
  title: title.trim(),
  keyPoints: linesOf(keyPoints),
  articles: articles.map(({ heading, important, text }) => ({
    heading: heading.trim(),
    ...(important && { important }),
    paragraphs: linesOf(text),
  })),
});

type Articles = readonly ArticleForm[];

export const changeArticle = (articles: Articles, key: number, change: Partial<ArticleForm>): Articles =>
  articles.map((article) => (article.key === key ? { ...article, ...change } : article));

export const addArticle = (articles: Articles): Articles => [
  ...articles,
  { key: Math.max(-1, ...articles.map(({ key }) => key)) + 1, heading: '', important: false, text: '' },
];

export const removeArticle = (articles: Articles, key: number): Articles =>
  articles.filter((article) => article.key !== key);

/** One place up (-1) or down (1); at the end it stays. */
export function moveArticle(articles: Articles, key: number, by: -1 | 1): Articles {
  const from = articles.findIndex((article) => article.key === key);
  const [one, other] = [articles[from], articles[from + by]];
  return one && other
    ? articles.map((article) => (article === one ? other : article === other ? one : article))
    : articles;
}
