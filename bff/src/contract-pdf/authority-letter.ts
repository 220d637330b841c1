import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import {
  type AuthorityLetter,
  letterClauses,
  letterNote,
  letterOpening,
  letterRows,
  letterTitle,
} from './authority-letter-text';
import { createContentWriter } from './content-writer';
import { contractFonts } from './contract-fonts';
import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';
import { checkMask } from './ink-picture';
import { letterParts } from './letter-parts';
import { pageHeight, pageWidth } from './page-design';
import { addToResources, pageFont } from './page-font';
import { drawWatermark, registerWatermark, trialMark, trialWarning } from './page-furniture';

export interface AuthorityLetterOptions {
  /** To whom it is written: the certificate authority. */
  authority: { name: string; trial: boolean };
  letter: AuthorityLetter;
  /** The agent's name as ink, printed in its place. */
  nameInk?: InkMask;
  /** Marks it as an example, which nobody can seal. */
  sample?: boolean;
}

/**
 * 授权书: one page with all filled in, to be printed, signed, sealed on paper and photographed. The same input gives the same bytes.
 * @throws ContractPdfError `missing_glyph`, `ink_empty`, `ink_unreadable`
 */
export async function makeAuthorityLetter({
  authority,
  letter,
  nameInk,
  sample,
}: AuthorityLetterOptions): Promise<Buffer> {
  const faces = contractFonts();
  const { name } = letter.agent;
  const pictures = nameInk ? [{ text: name, mask: nameInk }] : [];
  if (nameInk) checkMask(nameInk);
  const rows = letterRows(letter);
  const texts = rows.flatMap(({ name: group, rows }) => [group, ...rows.flatMap(({ label, value }) => [label, value])]);
  const written = [authority.name, ...texts].filter((value) => !(nameInk && value === name));
  const text = JSON.stringify(written);
  const missing = faces.regular.missingGlyphs(text);
  if (missing.length > 0) {
    throw new ContractPdfError('missing_glyph', 'The contract font lacks characters of this letter', missing);
  }
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const fonts = {
    regular: await pageFont(document, faces.regular, { key: 'R', tag: 'LETTER', text, pictures }),
    bold: await pageFont(document, faces.bold, { key: 'B', tag: 'LETBLD', text }),
  };
  const writer = createContentWriter();
  const { mark, warning } = marksOf(authority.trial, sample);
  if (mark) drawWatermark(writer, mark);
  const said = { opening: letterOpening(authority.name, letter), rows, clauses: letterClauses };
  const parts = letterParts(
    {
      title: letterTitle,
      addressee: authority.name,
      orderNumber: letter.orderNumber,
      note: letterNote,
      warning,
      ...said,
    },
    faces,
  );
  for (const part of parts) part.draw(writer, fonts);

  const page = document.addPage([pageWidth, pageHeight]);
  const fontResources = context.obj({});
  for (const font of [fonts.regular, fonts.bold]) addToResources(fontResources, font);
  const resources = context.obj({
    Font: fontResources,
    XObject: mark ? { Mark: registerWatermark(context, mark, faces.bold) } : {},
  });
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(writer.toString())));
  page.node.set(PDFName.of('Resources'), resources);
  document.catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'));
  document.setTitle(`${letterTitle} ${letter.orderNumber}`);
  document.setAuthor(authority.name);
  document.setProducer('pdf-lib 1.17.1');
  document.setCreationDate(letter.date);
  const id = createHash('sha256').update(`${text} ${letter.date.toISOString()}`).digest('hex').slice(0, 32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
  return Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
}

function marksOf(trial: boolean, sample = false): { mark?: string; warning?: string } {
  if (sample) return { mark: '例样', warning: '例样 · 仅供参考，请在申请里下载填好的授权书' };
  return trial ? { mark: trialMark, warning: trialWarning } : {};
}
