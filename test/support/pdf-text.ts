import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laidOutText, plainText } from '../../bff/src/contract-pdf/testing/rendered-page';

function readBy(reader: (file: string) => string, pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-text-'));
  try {
    const file = join(folder, 'read.pdf');
    writeFileSync(file, pdf);
    return reader(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All text of a PDF as poppler reads it, without white space. */
export const plainTextOf = (pdf: Uint8Array): string => readBy(plainText, pdf);

/** The same in the order in which it stands on the page. */
export const laidOutTextOf = (pdf: Uint8Array): string => readBy(laidOutText, pdf);
