import { PDFDocument, PDFName, PDFNull, type PDFRef, PDFString } from 'pdf-lib';
import { flowArticles } from './article-flow';
import { createContentWriter } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import type { ContractTemplate } from './contract-types';
import { drawArticles } from './draw-articles';
import { pageHeight, pageWidth, textBottom, textTop } from './page-design';
import { addToResources, pageFont } from './page-font';
import { drawEdgeSeal, drawFurniture, drawWatermark, registerWatermark, trialMark } from './page-furniture';
import { registerSeal } from './seal';
import { sealPosition, signatureBlocksHeight } from './signature-blocks';
import { addSignatureField } from './signature-widget';

/** The contract without anybody's data, and where the data goes. References stay valid after the bytes are loaded. */
export interface BaseDocument {
  bytes: Uint8Array;
  pages: number;
  /** One empty content stream per page, to be assigned. */
  contentRefs: PDFRef[];
  /** The font dictionary shared by all pages gets more entries. */
  fontsRef: PDFRef;
  inkRef: PDFRef;
  signatureRef: PDFRef;
  /** Upper edge of the signatures, which stand on the last page. */
  signatureTop: number;
}

export interface BaseDocumentOptions {
  template: ContractTemplate;
  faces: ContractFonts;
  /** How many pages stand before the articles. */
  openingPages: number;
}

const gapAboveSignatures = 18;

/** Lays out and embeds everything that is the same in every contract whose opening has so many pages. A few hundred milliseconds. */
export async function buildBaseDocument(o: BaseDocumentOptions): Promise<BaseDocument> {
  const { template, faces } = o;
  const { authority } = template;
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  // All the texts that are drawn below, for the rare characters among them.
  const text = JSON.stringify(template);
  const fonts = {
    regular: await pageFont(document, faces.regular, { key: 'R', tag: 'STATIC', text }),
    bold: await pageFont(document, faces.bold, { key: 'B', tag: 'STATIC', text }),
  };
  const startPage = () => {
    const writer = createContentWriter();
    if (authority.trial) drawWatermark(writer, trialMark);
    return writer;
  };
  const flow = flowArticles(template, faces, o.openingPages);
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
  const markRef = registerWatermark(context, trialMark, faces.bold);
  const fontResources = context.obj({});
  for (const font of [fonts.regular, fonts.bold]) addToResources(fontResources, font);
  const fontsRef = context.register(fontResources);
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
    // In reading order, for programs that read aloud: articles, what comes with each contract, then header and footer.
    const writer = startPage();
    drawArticles(writer, flow, index, fonts);
    const edge = createContentWriter();
    drawFurniture(edge, number, { authority, template }, fonts.regular);
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
    signatureTop,
  };
}
