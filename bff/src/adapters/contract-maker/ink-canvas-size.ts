import { fitsSignatureSheet } from '@acceptance/shared';
import { ContractPdfError } from '../../contract-pdf/contract-pdf-error';
import { checkPngHeader } from '../../contract-pdf/png-header';

/**
 * Refuses a picture larger than our own canvas can send, by its header alone. For uploads; what was once accepted is
 * printed without asking again, so that a contract already signed never gets stuck on a limit that came later.
 * @throws ContractPdfError `ink_unreadable`
 */
export function checkCanvasSize(png: Buffer): void {
  const { width, height } = checkPngHeader(png);
  if (!fitsSignatureSheet(width, height)) {
    throw new ContractPdfError('ink_unreadable', `A signature canvas of ${width} × ${height} pixels is not accepted`);
  }
}
