import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FontFace, loadFontFace } from './font-face';

/** Fonts of the Chinese characters that the contract's own font lacks. */
export interface RareFonts {
  has(character: string): boolean;
  /** Reads a file when the first of its characters is met. @throws RangeError for a character that `has` denies */
  faceOf(character: string): FontFace;
}

/** Where Debian's fonts-babelstone-han puts it. */
const mainlandFontFile = '/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf';

/** Debian packages without which some rare characters cannot be printed, or not in the shapes of the mainland. */
export const missingFontPackages = (file = mainlandFontFile): string[] =>
  existsSync(file) ? [] : ['fonts-babelstone-han'];

interface Block {
  first: number;
  last: number;
  /** Before the number of the file, which has 1024 characters. */
  file: string;
  /** Digits of the file's number; none where the block is one file. */
  digits: number;
}

const blocksFolder = dirname(require.resolve('hanamin/package.json'));
const unified = 'HanaMinB.CJK-Unified-Ideographs-Extension-';
// The last character is the font's, not the standard's, which has grown since.
const blocks: readonly Block[] = [
  { first: 0x20000, last: 0x2a6d6, file: `${unified}B`, digits: 2 },
  { first: 0x2a700, last: 0x2b734, file: `${unified}C`, digits: 1 },
  { first: 0x2b740, last: 0x2b81d, file: `${unified}D`, digits: 0 },
  { first: 0x2b820, last: 0x2cea1, file: `${unified}E`, digits: 1 },
  { first: 0x2ceb0, last: 0x2ebe0, file: `${unified}F`, digits: 1 },
  { first: 0x2f800, last: 0x2fa1d, file: 'HanaMinA.CJK-Compatibility-Ideographs-Supplement', digits: 0 },
];
const charactersPerFile = 1024;

/** Parsed, a block takes some 10 MB. */
const mostBlocksKept = 4;

const ideograph = /^[\p{Unified_Ideograph}\uf900-\ufad9]$/u;

/**
 * BabelStone Han, which draws as the mainland does, for what it has (a third of Extension B, half of the others, most of
 * G and H), where it is installed: 51 MB, kept from the first rare character on. For the rest Hanazono Mincho, which is
 * always there: whole to Extension F, in files of a thousand characters each.
 */
export function createRareFonts(mainlandFile = mainlandFontFile): RareFonts {
  const blocksKept = new Map<string, FontFace>();
  let mainland: FontFace | undefined;

  const block = (file: string): FontFace => {
    const face = blocksKept.get(file) ?? loadFontFace(join(blocksFolder, file));
    // Deleted and set again: the one used last goes last.
    blocksKept.delete(file);
    blocksKept.set(file, face);
    const [oldest] = blocksKept.keys();
    if (blocksKept.size > mostBlocksKept && oldest !== undefined) blocksKept.delete(oldest);
    return face;
  };
  const mainlandFor = (character: string): FontFace | undefined => {
    if (!ideograph.test(character)) return undefined;
    if (!mainland && existsSync(mainlandFile)) mainland = loadFontFace(mainlandFile);
    return mainland?.has(character.codePointAt(0) ?? 0) ? mainland : undefined;
  };
  return {
    // The question that costs nothing comes first.
    has: (character) => blockFileOf(character) !== undefined || mainlandFor(character) !== undefined,
    faceOf(character) {
      const face = mainlandFor(character);
      const file = blockFileOf(character);
      if (face) return face;
      if (file === undefined) throw new RangeError('No font has this character');
      return block(file);
    },
  };
}

function blockFileOf(character: string): string | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  const block = blocks.find(({ first, last }) => codePoint >= first && codePoint <= last);
  if (!block) return undefined;
  const number = Math.floor((codePoint - block.first) / charactersPerFile) + 1;
  const suffix = block.digits === 0 ? '' : `-${String(number).padStart(block.digits, '0')}`;
  return `${block.file}${suffix}.woff2`;
}
