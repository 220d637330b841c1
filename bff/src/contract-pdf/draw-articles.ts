import type { ArticleBlock } from './article-blocks';
import type { FlowedArticles } from './article-flow';
import type { ContentWriter } from './content-writer';
import { groupBy } from './group-by';
import { bodySize, boxOverhang, ground, headingSize, ink, marginSide, measure, secondary } from './page-design';
import type { PageFonts } from './page-flow';
import { type StructureElement, structureElement } from './structure';

/** A section for each article, with its heading and paragraphs, below `parent`. */
export function articleElements(
  { lines }: FlowedArticles,
  parent: StructureElement,
): ReadonlyMap<ArticleBlock, StructureElement> {
  const blocks = [...new Set(lines.map(({ block }) => block))];
  return new Map(
    Array.from(groupBy(blocks, ({ article }) => article).values()).flatMap((ofArticle) => {
      const section = structureElement('Sect', parent);
      return ofArticle.map((block) => {
        return [block, structureElement(block.kind === 'heading' ? 'H2' : 'P', section)] as const;
      });
    }),
  );
}

/** What of the articles stands on one page. */
export function drawArticles(
  writer: ContentWriter,
  flow: FlowedArticles,
  page: number,
  fonts: PageFonts,
  elements: ReadonlyMap<ArticleBlock, StructureElement>,
): void {
  const left = marginSide - boxOverhang;
  for (const box of flow.boxes) {
    if (box.page !== page) continue;
    writer.box(left, box.bottom, measure + 2 * boxOverhang, box.top - box.bottom, ground);
    writer.box(left, box.bottom, 2.5, box.top - box.bottom, secondary);
  }
  const ofPage = flow.lines.filter((line) => line.page === page);
  for (const [block, lines] of groupBy(ofPage, (line) => line.block)) {
    const element = elements.get(block);
    if (!element) throw new RangeError('A paragraph without an element');
    writer.marked(element, () => {
      for (const { y, bold, indent, line } of lines) {
        const style = {
          font: bold ? fonts.bold : fonts.regular,
          size: block.kind === 'heading' ? headingSize : bodySize,
          colour: ink,
        };
        writer.line(line, marginSide + indent, y, measure, style);
      }
    });
  }
}
