import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFHexString, PDFInvalidObject, PDFRef } from 'pdf-lib';

/** Takes the numbered objects of a file (ISO 32000-1, 7.3.10), written out. */
export interface ObjectSink {
  /** A number for an object that follows, now or later. */
  reserve(): number;
  /** @param body Latin-1 text between `obj` and `endobj` */
  put(number: number, body: string | Buffer): void;
}

export const refTo = (number: number): string => `${number} 0 R`;

/** Of what each contract has for itself: a tenth larger than the usual level, in half the time. */
export const quickly = 1;

/** Bytes that are not worth the time of deflating. */
const little = 512;

/** A stream object; `entries` without filter and length. Bytes that are deflated already are given as such. */
export function streamBody(entries: string, bytes: Buffer | { readonly deflated: Buffer }, level?: number): Buffer {
  if (Buffer.isBuffer(bytes) && bytes.length <= little) return rawStreamBody(entries, bytes);
  const deflated = Buffer.isBuffer(bytes) ? deflateSync(bytes, level === undefined ? {} : { level }) : bytes.deflated;
  return rawStreamBody(`${entries} /Filter /FlateDecode`, deflated);
}

/** As it is: of a few bytes, or what readers look for without inflating. */
export function rawStreamBody(entries: string, bytes: Buffer): Buffer {
  const head = `<< ${entries} /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')]);
}

/** Puts an object under a number of its own. */
export function add(sink: ObjectSink, body: string | Buffer): number {
  const number = sink.reserve();
  sink.put(number, body);
  return number;
}

/** A text string of any characters (7.9.2.2): UTF-16 as hex, in which nothing can be hidden. */
export const pdfText = (text: string): string => PDFHexString.fromText(text).toString();

/** A document that pdf-lib keeps. */
export const sinkInto = (context: PDFContext): ObjectSink => ({
  reserve: () => context.nextRef().objectNumber,
  put: (number, body) =>
    context.assign(PDFRef.of(number), PDFInvalidObject.of(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))),
});
