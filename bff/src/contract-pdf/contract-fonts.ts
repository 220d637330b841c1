import { type FontFace, loadFontFace } from './font-face';

export interface ContractFonts {
  regular: FontFace;
  bold: FontFace;
}

let loaded: ContractFonts | undefined;

/** Noto Serif SC (SIL OFL 1.1), regular and bold: full static TrueType files, read once per process. */
export function contractFonts(): ContractFonts {
  loaded ??= {
    regular: loadFontFace(require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
    bold: loadFontFace(require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')),
  };
  return loaded;
}
