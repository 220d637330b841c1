import { type ObjectSink, pdfText, refTo } from './object-sink';
import { pdfNumber } from './pdf-numbers';

/** A place that a reader's side panel leads to. */
export interface Bookmark {
  readonly title: string;
  /** From 0. */
  readonly page: number;
  /** Points from the page's lower edge. */
  readonly top: number;
}

/** Writes the outline of a document, one level deep (ISO 32000-1, 12.3.3). @returns its number */
export function writeBookmarks(sink: ObjectSink, bookmarks: readonly Bookmark[], pages: readonly number[]): number {
  const root = sink.reserve();
  const numbers = bookmarks.map(() => sink.reserve());
  bookmarks.forEach(({ title, page, top }, index) => {
    const [previous, number = 0, next] = [numbers[index - 1], numbers[index], numbers[index + 1]];
    sink.put(
      number,
      [
        `<< /Title ${pdfText(title)} /Parent ${refTo(root)}`,
        ...(previous === undefined ? [] : [`/Prev ${refTo(previous)}`]),
        ...(next === undefined ? [] : [`/Next ${refTo(next)}`]),
        `/Dest [${refTo(pages[page] ?? 0)} /XYZ null ${pdfNumber(top)} null] >>`,
      ].join(' '),
    );
  });
  const ends = [numbers[0] ?? root, numbers.at(-1) ?? root];
  const [first, last] = ends.map(refTo);
  sink.put(root, `<< /Type /Outlines /First ${first} /Last ${last} /Count ${numbers.length} >>`);
  return root;
}
