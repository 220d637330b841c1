import { PDFDocument, PDFName, PDFNull, type PDFRef, PDFString } from 'pdf-lib';
import { flowArticles } from './article-flow';
import { createContentWriter, type PageFont } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import type { ContractAuthority, ContractTemplate } from './contract-types';
import { drawOpening } from './opening';
import {
  bodySize,
  headingSize,
  ink,
  marginSide,
  measure,
  pageHeight,
  pageWidth,
  textBottom,
  textTop,
  watermarkGrey,
} from './page-design';
import { drawEdgeSeal, drawFurniture, drawWatermark, watermarkBox, watermarkContent } from './page-furniture';
import { registerSeal, registerVectorForm } from './seal';
import { drawSignatureBlocks, sealPosition, signatureBlocksHeight } from './signature-blocks';
import { addSignatureField } from './signature-widget';

/** The contract without anybody's data, and where the data goes. References stay valid after the bytes are loaded. */
export interface BaseDocument {
  bytes: Uint8Array;
  pages: number;
  /** One empty content stream per page, to be assigned. */
  contentRefs: PDFRef[];
  /** The font dictionary shared by all pages gets one more entry. */
  fontsRef: PDFRef;
  inkRef: PDFRef;
  signatureRef: PDFRef;
  variableRows: number[];
  titleNumberBaseline: number;
  signatureTop: number;
}

const gapAboveSignatures = 18;

/** Lays out and embeds everything that is the same in every contract. A few hundred milliseconds; once per process. */
export async function buildBaseDocument(
  authority: ContractAuthority,
  template: ContractTemplate,
  faces: ContractFonts,
): Promise<BaseDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const fonts = {
    regular: await pageFont(document, faces, 'regular', 'R', 'STATIC'),
    bold: await pageFont(document, faces, 'bold', 'B', 'STATIC'),
  };
  const startPage = () => {
    const writer = createContentWriter();
    if (authority.trial) drawWatermark(writer);
    return writer;
  };
  // Written in reading order, for programs that read aloud: opening, articles, signatures, then header and footer.
  const firstPage = startPage();
  const { variableRows, titleNumberBaseline, bottom } = drawOpening(firstPage, authority, template, fonts);
  const flow = flowArticles(template, faces, bottom);
  const startsNewPage = flow.y - signatureBlocksHeight - gapAboveSignatures < textBottom;
  const signaturePage = startsNewPage ? flow.page + 1 : flow.page;
  const signatureTop = startsNewPage ? textTop : flow.y - gapAboveSignatures;
  const count = signaturePage + 1;

  const reserve = (): PDFRef => {
    const ref = context.nextRef();
    context.assign(ref, PDFNull);
    return ref;
  };
  const inkRef = reserve();
  const signatureRef = reserve();
  const sealText = { name: authority.name, purpose: authority.sealText, code: authority.sealCode };
  const sealRef = registerSeal(context, sealText, faces.bold);
  const markContent = watermarkContent(faces.bold, watermarkGrey);
  const markRef = registerVectorForm(context, markContent, [watermarkBox.width, watermarkBox.height]);
  const fontsRef = context.register(context.obj({ R: fonts.regular.subset.ref, B: fonts.bold.subset.ref }));
  const resourcesRef = context.register(
    context.obj({
      Font: fontsRef,
      XObject: { Seal: sealRef, Mark: markRef, Ink: inkRef },
    }),
  );

  const contentRefs: PDFRef[] = [];
  const pages = Array.from({ length: count }, (_, index) => {
    const page = document.addPage([pageWidth, pageHeight]);
    const number = { number: index + 1, count };
    const writer = index === 0 ? firstPage : startPage();
    for (const { page: on, y, kind, indent, line } of flow.lines) {
      if (on !== index) continue;
      const heading = kind === 'heading';
      const style = {
        font: heading ? fonts.bold : fonts.regular,
        size: heading ? headingSize : bodySize,
        colour: ink,
      };
      writer.line(line, marginSide + indent, y, measure, style);
    }
    if (index === signaturePage) drawSignatureBlocks(writer, authority, signatureTop, fonts);
    drawFurniture(writer, number, { authority, template }, fonts.regular);
    const edge = createContentWriter();
    drawEdgeSeal(edge, number);
    const dynamic = reserve();
    contentRefs.push(dynamic);
    const streams = [writer.toString(), edge.toString()].map((content) =>
      context.register(context.flateStream(content)),
    );
    const [under, over] = streams;
    page.node.set(PDFName.of('Contents'), context.obj([under ?? PDFNull, dynamic, over ?? PDFNull]));
    page.node.set(PDFName.of('Resources'), resourcesRef);
    return page;
  });

  const lastPage = pages[signaturePage];
  if (!lastPage) throw new RangeError('The contract has no page for the signatures');
  addSignatureField(document, lastPage, { sealRef, signatureRef, ...sealPosition(signatureTop) });
  document.catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'));
  document.catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  document.setAuthor(authority.name);
  document.setSubject(template.title);
  document.setProducer('pdf-lib 1.17.1');

  const bytes = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return {
    bytes,
    pages: count,
    contentRefs,
    fontsRef,
    inkRef,
    signatureRef,
    variableRows,
    titleNumberBaseline,
    signatureTop,
  };
}

/** Embeds one more subset; `tag` keeps the names of a document's subsets apart (ISO 32000-1, 9.6.4: six capitals). */
export async function pageFont(
  document: PDFDocument,
  faces: ContractFonts,
  weight: keyof ContractFonts,
  key: string,
  tag: string,
): Promise<PageFont> {
  const face = faces[weight];
  return { face, key, subset: await face.embedSubset(document, `${tag}+${face.postscriptName}`) };
}
