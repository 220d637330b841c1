// Not by the index: a thread needs neither fonts nor PDF libraries.
import { ContractPdfError, type ContractPdfErrorCode } from '../../contract-pdf/contract-pdf-error';
import type { InkMask } from '../../contract-pdf/contract-types';
import { prepareInk } from '../../contract-pdf/prepare-ink';

/** Errors and Buffers lose their classes on the way between threads: plain values only. */
export type InkWork =
  | { readonly mask: Omit<InkMask, 'deflatedAlpha'> & { readonly deflatedAlpha: Uint8Array } }
  | { readonly refusal: { readonly code: ContractPdfErrorCode; readonly message: string } };

/** The work of one thread of the ink pool. */
export default async function inkWorker(png: Uint8Array): Promise<InkWork> {
  try {
    const { deflatedAlpha, ...mask } = await prepareInk(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
    return { mask: { ...mask, deflatedAlpha: new Uint8Array(deflatedAlpha) } };
  } catch (error) {
    if (!(error instanceof ContractPdfError)) throw error;
    return { refusal: { code: error.code, message: error.message } };
  }
}
