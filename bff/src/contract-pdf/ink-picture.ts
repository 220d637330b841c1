import { deflateSync, inflateSync } from 'node:zlib';
import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib';
import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';

/** A contract is never sealed over a signature that readers could not show. */
export function checkMask({ width, height, deflatedAlpha, inkPixels }: InkMask): void {
  if (inkPixels <= 0) throw new ContractPdfError('ink_empty', 'The signature is empty');
  let length = -1;
  try {
    length = inflateSync(deflatedAlpha, { maxOutputLength: Math.max(1, width * height) }).length;
  } catch {
    length = -1;
  }
  if (length !== width * height) throw new ContractPdfError('ink_unreadable', 'The stored signature is damaged');
}

/** A black picture whose soft mask is the handwriting. */
export function assignInk(context: PDFContext, ref: PDFRef, mask: InkMask): void {
  const picture = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: mask.width,
    Height: mask.height,
    ColorSpace: 'DeviceGray',
  };
  const alpha = context.obj({ ...picture, BitsPerComponent: 8, Filter: 'FlateDecode' });
  const maskRef = context.register(PDFRawStream.of(alpha, mask.deflatedAlpha));
  const black = deflateSync(Buffer.alloc(Math.ceil(mask.width / 8) * mask.height), { level: 1 });
  const dictionary = context.obj({ ...picture, BitsPerComponent: 1, Filter: 'FlateDecode', SMask: maskRef });
  context.assign(ref, PDFRawStream.of(dictionary, black));
}
