import { ContractPdfError } from './contract-pdf-error';
import { checkPngHeader } from './png-header';

/** The sheet that the mini-program draws a signature on for sending, in CSS pixels (its signature page, `SHEET_SIZE`). */
const sheetLongSide = 600;
const sheetShortSide = 240;
/** The canvas is exported in the screen's real pixels; phones have up to 4 of them to a CSS pixel (3.5 is common). */
const largestPixelRatio = 4;

/**
 * Refuses a picture larger than our own canvas can send, by its header alone. For uploads; what was once accepted is
 * printed without asking again, so that a contract already signed never gets stuck on a limit that came later.
 * @throws ContractPdfError `ink_unreadable`
 */
export function checkCanvasSize(png: Buffer): void {
  const { width, height } = checkPngHeader(png);
  const isLarger =
    Math.max(width, height) > sheetLongSide * largestPixelRatio ||
    Math.min(width, height) > sheetShortSide * largestPixelRatio;
  if (isLarger) {
    throw new ContractPdfError('ink_unreadable', `A signature canvas of ${width} × ${height} pixels is not accepted`);
  }
}
