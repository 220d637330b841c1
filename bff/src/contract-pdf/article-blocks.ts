import { type BrokenLine, breakLines } from './break-lines';
import { chineseNumber } from './chinese-number';
import type { ContractTemplate } from './contract-types';
import type { FontFace } from './font-face';
import { articleGap, bodySize, headingSize, measure, paragraphGap } from './page-design';

export interface ArticleFonts {
  regular: FontFace;
  bold: FontFace;
}

export interface ArticleBlock {
  kind: 'heading' | 'notice' | 'body';
  /** From 0. */
  article: number;
  /** Of an article that is set apart. */
  apart: boolean;
  bold: boolean;
  lines: BrokenLine[];
  /** Points above it, and to the right of the margin on its first line. */
  before: number;
  indent: number;
}

const paragraphIndent = 2;

/** Room between the box of an article set apart and what stands above or below it. */
const boxGap = 10;

type Article = ContractTemplate['articles'][number];

/** Headings, notices and paragraphs, broken into lines. */
export const articleBlocks = ({ articles, importantNotice }: ContractTemplate, fonts: ArticleFonts): ArticleBlock[] =>
  articles.flatMap((article, index) => {
    const afterBox = articles[index - 1]?.important === true;
    const apart = article.important === true;
    const before = articleGap + (apart || afterBox ? boxGap : 0);
    return [
      headingOf(article, index, before, fonts),
      ...noticeOf(apart ? importantNotice : undefined, index, fonts),
      ...bodyOf(article, index, fonts),
    ];
  });

function headingOf(
  { heading, important }: Article,
  article: number,
  before: number,
  fonts: ArticleFonts,
): ArticleBlock {
  const text = `第${chineseNumber(article + 1)}条　${heading}`;
  const lines = breakLines(text, fonts.bold, measure / headingSize);
  return { kind: 'heading', article, apart: important === true, bold: true, lines, before, indent: 0 };
}

function noticeOf(notice: string | undefined, article: number, fonts: ArticleFonts): ArticleBlock[] {
  if (notice === undefined) return [];
  const lines = breakLines(notice, fonts.regular, measure / bodySize);
  return [{ kind: 'notice', article, apart: true, bold: false, lines, before: 0, indent: 0 }];
}

/** Paragraphs are numbered; those that begin with （一） and the like are items of the one above. */
function bodyOf({ paragraphs, important }: Article, article: number, fonts: ArticleFonts): ArticleBlock[] {
  let number = 0;
  const bold = important === true;
  return paragraphs.map((paragraph): ArticleBlock => {
    const isItem = /^（[一二三四五六七八九十]+）/.test(paragraph);
    if (!isItem) number += 1;
    const text = isItem ? paragraph : `${number}. ${paragraph}`;
    const lines = breakLines(text, bold ? fonts.bold : fonts.regular, measure / bodySize, paragraphIndent);
    const before = isItem ? 0 : paragraphGap;
    return { kind: 'body', article, apart: bold, bold, lines, before, indent: paragraphIndent * bodySize };
  });
}
