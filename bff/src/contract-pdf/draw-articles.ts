import type { FlowedArticles } from './article-flow';
import type { ContentWriter } from './content-writer';
import { bodySize, boxOverhang, ground, headingSize, ink, marginSide, measure, secondary } from './page-design';
import type { PageFonts } from './page-flow';

/** What of the articles stands on one page. */
export function drawArticles(writer: ContentWriter, flow: FlowedArticles, page: number, fonts: PageFonts): void {
  const left = marginSide - boxOverhang;
  for (const box of flow.boxes) {
    if (box.page !== page) continue;
    writer.box(left, box.bottom, measure + 2 * boxOverhang, box.top - box.bottom, ground);
    writer.box(left, box.bottom, 2.5, box.top - box.bottom, secondary);
  }
  for (const { page: on, y, kind, bold, indent, line } of flow.lines) {
    if (on !== page) continue;
    const style = {
      font: bold ? fonts.bold : fonts.regular,
      size: kind === 'heading' ? headingSize : bodySize,
      colour: ink,
    };
    writer.line(line, marginSide + indent, y, measure, style);
  }
}
