import { setImmediate } from 'node:timers/promises';
import { type PDFDict, type PDFDocument, type PDFFont, PDFName, type PDFRef } from 'pdf-lib';
import type { ContractFace } from './contract-face';
import type { InkMask } from './contract-types';
import type { FontFace } from './font-face';
import { embedPictureFont, type PictureFont } from './picture-font';

/** What one document needs to show characters of one font. */
export interface EmbeddedFont {
  /** Name in the page's /Font resources, without slash. */
  key: string;
  ref: PDFRef;
  /** The operand that shows a text. */
  encode(text: string): string;
}

/** A text that is printed as a picture of it, wherever it stands by itself. */
export interface TextPicture {
  text: string;
  mask: InkMask;
}

/** A font as one document knows it: the shared face, its subset there and what stands in for what it lacks. */
export interface PageFont extends EmbeddedFont {
  face: ContractFace;
  /** Subsets of other fonts, by character. */
  rare: ReadonlyMap<string, EmbeddedFont>;
  /** By the whole text that is a picture. */
  pictures: ReadonlyMap<string, PictureFont>;
}

interface Embedding {
  /** One capital. */
  key: string;
  /** Keeps the names of a document's subsets apart: six capitals (ISO 32000-1, 9.6.4). */
  tag: string;
  /** Everything that will be shown: each font that its rare characters need is embedded too. */
  text: string;
  pictures?: readonly TextPicture[];
}

export async function pageFont(
  document: PDFDocument,
  face: ContractFace,
  { key, tag, text, pictures = [] }: Embedding,
): Promise<PageFont> {
  const own = embedded(key, await face.embedSubset(document, `${tag}+${face.postscriptName}`));
  const byFace = new Map<FontFace, EmbeddedFont>();
  const rare = new Map<string, EmbeddedFont>();
  for (const character of new Set(text)) {
    if (!face.isRare(character)) continue;
    const rareFace = face.rareFaceOf(character);
    let font = byFace.get(rareFace);
    if (!font) {
      const index = byFace.size;
      const name = `${tag.slice(0, 3)}${key}${capitals(index)}+${rareFace.postscriptName}`;
      font = embedded(`${key}${index}`, await rareFace.embedSubset(document, name));
      byFace.set(rareFace, font);
      // Reading a font takes a tenth of a second: others get their turn between two.
      await setImmediate();
    }
    rare.set(character, font);
  }
  const drawn = pictures.map(
    ({ text: shown, mask }, index) =>
      [
        shown,
        embedPictureFont(document.context, `${key}P${index}`, { text: shown, mask, em: face.widthOfText(shown) }),
      ] as const,
  );
  return { ...own, face, rare, pictures: new Map(drawn) };
}

/** Makes a font known to the pages that share this dictionary. */
export function addToResources(fonts: PDFDict, font: PageFont): void {
  for (const { key, ref } of [font, ...font.rare.values(), ...font.pictures.values()]) {
    fonts.set(PDFName.of(key), ref);
  }
}

function embedded(key: string, subset: PDFFont): EmbeddedFont {
  return { key, ref: subset.ref, encode: (text) => subset.encodeText(text).toString() };
}

/** AA, AB … ZZ. */
function capitals(index: number): string {
  return String.fromCharCode(65 + (Math.floor(index / 26) % 26), 65 + (index % 26));
}
