// Not by the index: a thread needs neither fonts nor PDF libraries.
import { ContractPdfError, type ContractPdfErrorCode } from '../../contract-pdf/contract-pdf-error';
import type { InkMask } from '../../contract-pdf/contract-types';
import { prepareInk } from '../../contract-pdf/prepare-ink';
import { prepareNameInk } from '../../contract-pdf/prepare-name-ink';

/** A signature (PNG), or a picture of a printed name (PNG or JPEG). */
export interface InkToMake {
  readonly of: 'signature' | 'name';
  readonly picture: Uint8Array;
}

/** Errors and Buffers lose their classes on the way between threads: plain values only. */
export type InkWork =
  | { readonly mask: Omit<InkMask, 'deflatedAlpha'> & { readonly deflatedAlpha: Uint8Array } }
  | { readonly refusal: { readonly code: ContractPdfErrorCode; readonly message: string } };

/** The work of one thread of the ink pool. */
export default async function inkWorker({ of, picture }: InkToMake): Promise<InkWork> {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  try {
    const { deflatedAlpha, ...mask } = await (of === 'name' ? prepareNameInk(bytes) : prepareInk(bytes));
    return { mask: { ...mask, deflatedAlpha: new Uint8Array(deflatedAlpha) } };
  } catch (error) {
    if (!(error instanceof ContractPdfError)) throw error;
    return { refusal: { code: error.code, message: error.message } };
  }
}
