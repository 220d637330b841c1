import { type ArticleBlock, type ArticleFonts, articleBlocks } from './article-blocks';
import type { BrokenLine } from './break-lines';
import type { ContractTemplate } from './contract-types';
import { groupBy } from './group-by';
import { bodyLeading, textBottom, textTop } from './page-design';

export interface FlowedLine {
  page: number;
  /** Baseline, points from the page's lower edge. */
  y: number;
  /** The block that it is a line of; of one block there may be lines on two pages. */
  block: ArticleBlock;
  bold: boolean;
  /** Points to the right of the margin. */
  indent: number;
  line: BrokenLine;
}

/** The ground of an article that is set apart, on one page. */
export interface ArticleBox {
  page: number;
  top: number;
  bottom: number;
}

export interface FlowedArticles {
  lines: FlowedLine[];
  boxes: ArticleBox[];
  /** Where the next thing may start. */
  page: number;
  y: number;
}

/**
 * Lays the articles out over as many pages as they need, from the top of `firstPage` on. A heading stays with its
 * first two lines, and no paragraph leaves a single line alone on either page.
 */
export function flowArticles(template: ContractTemplate, fonts: ArticleFonts, firstPage: number): FlowedArticles {
  const lines: FlowedLine[] = [];
  const apart: { article: number; line: FlowedLine }[] = [];
  let page = firstPage;
  let y = textTop;
  const nextPage = () => {
    page += 1;
    y = textTop;
  };
  const blocks = articleBlocks(template, fonts);
  blocks.forEach((block, index) => {
    y -= block.before;
    if (y - linesTogether(blocks, index) * bodyLeading < textBottom) nextPage();
    block.lines.forEach((broken, lineIndex) => {
      const left = block.lines.length - lineIndex;
      const leavesWidow = left === 2 && lineIndex > 1 && y - 2 * bodyLeading < textBottom;
      if (y - bodyLeading < textBottom || leavesWidow) nextPage();
      y -= bodyLeading;
      const indent = lineIndex === 0 ? block.indent : 0;
      const line = { page, y, block, bold: block.bold, indent, line: broken };
      lines.push(line);
      if (block.apart) apart.push({ article: block.article, line });
    });
  });
  return { lines, boxes: boxesOf(apart), page, y };
}

/** Lines that must stand on one page, from this block on: a heading's, and two of the paragraph that follows. */
function linesTogether(blocks: ArticleBlock[], index: number): number {
  const block = blocks[index];
  if (!block) return 0;
  return block.kind === 'body'
    ? Math.min(2, block.lines.length)
    : block.lines.length + linesTogether(blocks, index + 1);
}

function boxesOf(apart: { article: number; line: FlowedLine }[]): ArticleBox[] {
  const byPlace = groupBy(apart, ({ article, line }) => `${article} ${line.page}`);
  return Array.from(byPlace.values()).flatMap((placed) => {
    const baselines = placed.map(({ line }) => line.y);
    const [top, bottom] = [Math.max(...baselines) + bodyLeading, Math.min(...baselines) - bodyLeading / 2];
    return placed.slice(0, 1).map(({ line }): ArticleBox => ({ page: line.page, top, bottom }));
  });
}
