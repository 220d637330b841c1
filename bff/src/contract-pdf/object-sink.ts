import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFInvalidObject, PDFRef } from 'pdf-lib';

/** Takes the numbered objects of a file (ISO 32000-1, 7.3.10), written out. */
export interface ObjectSink {
  /** A number for an object that follows, now or later. */
  reserve(): number;
  /** @param body Latin-1 text between `obj` and `endobj` */
  put(number: number, body: string | Buffer): void;
}

export const refTo = (number: number): string => `${number} 0 R`;

/** How much time a stream is worth. */
export interface DeflateEffort {
  /** So many bytes stay as they are. */
  readonly little: number;
  /** Of zlib. */
  readonly level: number;
}

/** What is made once and stands in every contract. */
const thoroughly: DeflateEffort = { little: 512, level: 6 };
/** What each contract has for itself: to hash a few kilobytes more takes a tenth of the time of deflating them. */
export const quickly: DeflateEffort = { little: 16 * 1024, level: 1 };

/** A stream object; `entries` without filter and length. Text is Latin-1; bytes that are deflated already are given as such. */
export function streamBody(
  entries: string,
  content: string | Buffer | { readonly deflated: Buffer },
  { little, level } = thoroughly,
): string | Buffer {
  const isPlain = typeof content === 'string' || Buffer.isBuffer(content);
  if (isPlain && content.length <= little) return rawStreamBody(entries, content);
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const deflated = Buffer.isBuffer(bytes) ? deflateSync(bytes, { level }) : bytes.deflated;
  return rawStreamBody(`${entries} /Filter /FlateDecode`, deflated);
}

/** As it is: of a few bytes, or what readers look for without inflating. */
export function rawStreamBody(entries: string, content: string | Buffer): string | Buffer {
  const head = `<< ${entries} /Length ${content.length} >>\nstream\n`;
  const end = '\nendstream';
  if (typeof content === 'string') return `${head}${content}${end}`;
  return Buffer.concat([Buffer.from(head, 'latin1'), content, Buffer.from(end, 'latin1')]);
}

/** Puts an object under a number of its own. */
export function add(sink: ObjectSink, body: string | Buffer): number {
  const number = sink.reserve();
  sink.put(number, body);
  return number;
}

/** A text string of any characters (7.9.2.2): UTF-16 as hex, in which nothing can be hidden. */
export const pdfText = (text: string): string => `<FEFF${utf16Hex(text).toUpperCase()}>`;

/** What characters of a font read as (9.10.3). */
export const utf16Hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A document that pdf-lib keeps. */
export const sinkInto = (context: PDFContext): ObjectSink => ({
  reserve: () => context.nextRef().objectNumber,
  put: (number, body) =>
    context.assign(PDFRef.of(number), PDFInvalidObject.of(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))),
});
