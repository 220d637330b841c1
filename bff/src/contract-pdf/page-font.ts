import type { ContractFace } from './contract-face';
import type { InkMask } from './contract-types';
import type { FontFace } from './font-face';
import { createFontSubset, type EmbeddedFont, type FontSubset } from './font-subset';
import { type ObjectSink, quickly, refTo } from './object-sink';
import { createPictureFont, type PictureFont } from './picture-font';

export type { EmbeddedFont } from './font-subset';

/** A text that is printed as a picture of it, wherever it stands by itself. */
export interface TextPicture {
  text: string;
  mask: InkMask;
}

/** What shows a character: a subset, and the character's code there in hex. */
export interface ShownCharacter {
  readonly font: EmbeddedFont;
  readonly code: string;
}

/** A font as one document knows it: the shared face, its subsets there and what stands in for what it lacks. */
export interface PageFont {
  readonly face: ContractFace;
  /** Of the subset that nearly all text is shown in. */
  readonly key: string;
  /** By code point. @throws RangeError for a character that no font has: a box in a contract is worse */
  shown(code: number): ShownCharacter;
  /** By the whole text that is a picture. */
  readonly pictures: ReadonlyMap<string, PictureFont>;
}

export interface WritableFont extends PageFont {
  /** How a character is shown that was shown before. */
  knows(code: number): ShownCharacter | undefined;
  /** Writes what was used. @returns entries for /Font resources */
  write(sink: ObjectSink): string;
}

export interface PageFontOptions {
  /** One capital. */
  readonly key: string;
  /** Six capitals (ISO 32000-1, 9.6.4). */
  readonly tag: string;
  /** What the document has already of this face: used for all that it shows, and never added to. */
  readonly base?: WritableFont;
  readonly pictures?: readonly TextPicture[];
}

export function createPageFont(face: ContractFace, { key, tag, base, pictures = [] }: PageFontOptions): WritableFont {
  const effort = base && quickly;
  const own = createFontSubset(face, { key, tag, effort });
  const rare = new Map<FontFace, FontSubset>();
  const rareFontOf = (character: string): FontSubset => {
    const its = face.rareFaceOf(character);
    const known = rare.get(its);
    if (known) return known;
    const name = `${tag.slice(0, 3)}${key}${capitals(rare.size)}`;
    const made = createFontSubset(its, { key: `${key}${rare.size}`, tag: name, outlined: true, effort });
    rare.set(its, made);
    return made;
  };
  const drawn = new Map(
    pictures.map(({ text, mask }, index) => {
      const em = face.widthOfText(text);
      return [text, createPictureFont(`${key}P${index}`, { text, mask, em })] as const;
    }),
  );
  let isUsed = false;
  const known = new Map<number, ShownCharacter>();
  const findFont = (character: string): EmbeddedFont => {
    if (face.isRare(character)) return rareFontOf(character);
    if (!face.isOwn(character)) throw new RangeError('No font has a character of this text');
    isUsed = true;
    return own;
  };
  return {
    face,
    key: base?.key ?? key,
    pictures: drawn,
    knows: (code) => known.get(code),
    shown(code) {
      const before = base?.knows(code) ?? known.get(code);
      if (before) return before;
      const character = String.fromCodePoint(code);
      const font = findFont(character);
      const shown = { font, code: font.codeOf(character) };
      known.set(code, shown);
      return shown;
    },
    write(sink) {
      const fonts = [...(isUsed ? [own] : []), ...rare.values(), ...drawn.values()];
      return fonts.map((font) => `/${font.key} ${refTo(font.write(sink))}`).join(' ');
    },
  };
}

/** AA, AB … ZZ. */
function capitals(index: number): string {
  return String.fromCharCode(65 + (Math.floor(index / 26) % 26), 65 + (index % 26));
}
