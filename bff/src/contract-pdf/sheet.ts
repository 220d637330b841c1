import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';
import { createContentWriter } from './content-writer';
import { contractFonts } from './contract-fonts';
import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';
import { add, refTo, sinkInto, streamBody } from './object-sink';
import { pageHeight, pageWidth } from './page-design';
import type { Placed } from './page-flow';
import { createPageFont } from './page-font';
import { drawWatermark, writeWatermark } from './page-furniture';

export interface Sheet {
  readonly title: string;
  readonly author: string;
  readonly date: Date;
  /** All that is written of what was typed, in any form: characters without a glyph are refused. */
  readonly text: string;
  readonly parts: readonly Placed[];
  /** Words that are printed as ink. */
  readonly pictures?: { text: string; mask: InkMask }[];
  /** Large and pale behind everything. */
  readonly mark?: string;
}

/** One page of A4 to be printed. The same input gives the same bytes. @throws ContractPdfError `missing_glyph` */
export async function makeSheet({ title, author, date, text, parts, pictures = [], mark }: Sheet): Promise<Buffer> {
  const faces = contractFonts();
  const missing = faces.regular.missingGlyphs(text);
  if (missing.length > 0) {
    throw new ContractPdfError('missing_glyph', 'The contract font lacks characters of this page', missing);
  }
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const sink = sinkInto(context);
  const fonts = {
    regular: createPageFont(faces.regular, { key: 'R', tag: 'LETTER', pictures }),
    bold: createPageFont(faces.bold, { key: 'B', tag: 'LETBLD' }),
  };
  const writer = createContentWriter();
  if (mark) drawWatermark(writer, mark);
  for (const part of parts) part.draw(writer, fonts);

  const page = document.addPage([pageWidth, pageHeight]);
  const shown = `${fonts.regular.write(sink)} ${fonts.bold.write(sink)}`;
  const objects = mark ? `/Mark ${refTo(writeWatermark(sink, mark, faces.bold))}` : '';
  const resources = add(sink, `<< /Font << ${shown} >> /XObject << ${objects} >> >>`);
  const contents = add(sink, streamBody('', writer.toString()));
  page.node.set(PDFName.of('Contents'), PDFRef.of(contents));
  page.node.set(PDFName.of('Resources'), PDFRef.of(resources));
  document.catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'));
  document.setTitle(title);
  document.setAuthor(author);
  document.setProducer('pdf-lib 1.17.1');
  document.setCreationDate(date);
  const id = createHash('sha256').update(`${text} ${date.toISOString()}`).digest('hex').slice(0, 32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
  return Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
}
