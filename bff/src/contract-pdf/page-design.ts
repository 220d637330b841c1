import type { Colour } from './content-writer';

/** ISO 216 A4 in points. */
export const pageWidth = 595.28;
export const pageHeight = 841.89;

export const marginSide = 71;
/** Where the text starts and ends, from the lower edge. */
export const textTop = 766;
export const textBottom = 72;
export const measure = pageWidth - 2 * marginSide;
export const right = pageWidth - marginSide;

export const ink: Colour = '0.122 0.165 0.216';
export const secondary: Colour = '0.357 0.408 0.471';
export const tableLine: Colour = '0.74 0.78 0.83';
export const ground: Colour = '0.961 0.969 0.98';
export const watermarkGrey: Colour = '0.925 0.933 0.945';
export const sealRed: Colour = '0.784 0.063 0.18';

export const bodySize = 10.5;
export const bodyLeading = 17.6;
export const headingSize = 11.5;
export const paragraphGap = 3.2;
export const articleGap = 8.5;

/** How far the box of an article that is set apart reaches into the margins. */
export const boxOverhang = 9;
