import type { ContentWriter, PageFont } from './content-writer';
import { textBottom, textTop } from './page-design';

/** Both weights as one document knows them. */
export interface PageFonts {
  regular: PageFont;
  bold: PageFont;
}

/** Something that knows on which page it stands. */
export interface Placed {
  page: number;
  draw(writer: ContentWriter, fonts: PageFonts): void;
}

export interface PlaceTaken {
  /** From 0. */
  page: number;
  /** Upper edge, points from the page's lower edge. */
  top: number;
}

/** Hands out places from the top of a page downwards, and goes on to the next one. */
export interface PageFlow {
  take(height: number): PlaceTaken;
  /** Empty space; none of it is carried to the next page. */
  leave(height: number): void;
  /** Goes to the next page unless so much is left on this one. */
  keepTogether(height: number): void;
  /** How many pages there are. */
  pages(): number;
}

export function createPageFlow(top: number): PageFlow {
  let page = 0;
  let y = top;
  const flow: PageFlow = {
    take(height) {
      flow.keepTogether(height);
      const taken = { page, top: y };
      y -= height;
      return taken;
    },
    leave(height) {
      y -= height;
    },
    keepTogether(height) {
      if (y - height >= textBottom) return;
      page += 1;
      y = textTop;
    },
    pages: () => page + 1,
  };
  return flow;
}
