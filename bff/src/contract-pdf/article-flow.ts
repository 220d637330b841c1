import { type BrokenLine, breakLines } from './break-lines';
import type { ContractTemplate } from './contract-types';
import type { FontFace } from './font-face';
import {
  articleGap,
  bodyLeading,
  bodySize,
  headingSize,
  measure,
  paragraphGap,
  textBottom,
  textTop,
} from './page-design';

export interface FlowedLine {
  page: number;
  /** Baseline, points from the page's lower edge. */
  y: number;
  kind: 'heading' | 'body';
  /** Points to the right of the margin. */
  indent: number;
  line: BrokenLine;
}

export interface FlowedArticles {
  lines: FlowedLine[];
  /** Where the next thing may start. */
  page: number;
  y: number;
}

interface Block {
  kind: 'heading' | 'body';
  lines: BrokenLine[];
  before: number;
}

const paragraphIndent = 2;
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * Lays the articles out over as many pages as they need, starting on page 0 below `top`. A heading stays with its
 * first two lines, and no paragraph leaves a single line alone on either page.
 */
export function flowArticles(
  template: ContractTemplate,
  fonts: { regular: FontFace; bold: FontFace },
  top: number,
): FlowedArticles {
  const lines: FlowedLine[] = [];
  let page = 0;
  let y = top;
  const blocks = blocksOf(template, fonts);
  blocks.forEach((block, index) => {
    const follower = block.kind === 'heading' ? blocks[index + 1] : undefined;
    const together = block.lines.length + Math.min(2, follower?.lines.length ?? 0);
    const needed = follower ? together * bodyLeading : Math.min(2, block.lines.length) * bodyLeading;
    const nextPage = () => {
      page += 1;
      y = textTop;
    };
    y -= block.before;
    if (y - needed < textBottom) nextPage();
    block.lines.forEach((line, lineIndex) => {
      const left = block.lines.length - lineIndex;
      const leavesWidow = left === 2 && lineIndex > 1 && y - 2 * bodyLeading < textBottom;
      if (y - bodyLeading < textBottom || leavesWidow) nextPage();
      y -= bodyLeading;
      const isFirst = lineIndex === 0 && block.kind === 'body';
      lines.push({ page, y, kind: block.kind, indent: isFirst ? paragraphIndent * bodySize : 0, line });
    });
  });
  return { lines, page, y };
}

/** Paragraphs are numbered; those that begin with （一） and the like are items of the one above. */
function blocksOf(template: ContractTemplate, fonts: { regular: FontFace; bold: FontFace }): Block[] {
  return template.articles.flatMap((article, index): Block[] => {
    let number = 0;
    const heading = `第${digits[index] ?? index + 1}条　${article.heading}`;
    const paragraphs = article.paragraphs.map((paragraph): Block => {
      const isItem = /^（[一二三四五六七八九十]+）/.test(paragraph);
      if (!isItem) number += 1;
      const text = isItem ? paragraph : `${number}. ${paragraph}`;
      const lines = breakLines(text, fonts.regular, measure / bodySize, paragraphIndent);
      return { kind: 'body', before: isItem ? 0 : paragraphGap, lines };
    });
    return [
      { kind: 'heading', before: articleGap, lines: breakLines(heading, fonts.bold, measure / headingSize) },
      ...paragraphs,
    ];
  });
}
