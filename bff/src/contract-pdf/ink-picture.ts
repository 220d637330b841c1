import { inflateSync } from 'node:zlib';
import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';
import { add, type ObjectSink, rawStreamBody, refTo, streamBody } from './object-sink';

/** A contract is never sealed over a signature that readers could not show. */
export function checkMask({ width, height, deflatedAlpha, inkPixels }: InkMask): void {
  if (inkPixels <= 0) throw new ContractPdfError('ink_empty', 'The signature is empty');
  let length = -1;
  try {
    const most = Math.max(1, width * height);
    length = inflateSync(deflatedAlpha, { maxOutputLength: most, chunkSize: Math.max(64, most) }).length;
  } catch {
    length = -1;
  }
  if (length !== width * height) throw new ContractPdfError('ink_unreadable', 'The stored signature is damaged');
}

/** One black pixel, as large as its soft mask, which is the handwriting (ISO 32000-1, 11.6.5.3). */
export function writeInk(sink: ObjectSink, number: number, { width, height, deflatedAlpha }: InkMask): void {
  const picture = '/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8';
  const mask = add(sink, streamBody(`${picture} /Width ${width} /Height ${height}`, { deflated: deflatedAlpha }));
  sink.put(number, rawStreamBody(`${picture} /Width 1 /Height 1 /SMask ${refTo(mask)}`, Buffer.from([0])));
}
