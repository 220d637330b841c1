import { type ContractFace, withRareFonts } from './contract-face';
import { loadFontFace } from './font-face';
import { createRareFonts } from './rare-fonts';

export interface ContractFonts {
  regular: ContractFace;
  bold: ContractFace;
}

let loaded: ContractFonts | undefined;

/**
 * Noto Serif SC (SIL OFL 1.1), regular and bold: full static TrueType files, read once per process. Rare characters of
 * names come from other fonts, in one weight, whose files are read when the first one is met.
 */
export function contractFonts(): ContractFonts {
  if (!loaded) {
    const rare = createRareFonts();
    const face = (file: string, rareOutline: number) => withRareFonts(loadFontFace(file), rare, rareOutline);
    loaded = {
      regular: face(require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'), 0.004),
      bold: face(require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'), 0.03),
    };
  }
  return loaded;
}

/** Characters of a text that no contract can print, each once. */
export const charactersWithoutGlyph = (text: string): readonly string[] => contractFonts().regular.missingGlyphs(text);
