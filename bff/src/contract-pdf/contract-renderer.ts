import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFDict, PDFDocument, PDFHexString, PDFInvalidObject, PDFRawStream } from 'pdf-lib';
import { createBaseDocuments } from './base-documents';
import { createCmsSigner } from './cms-signature';
import { createContentWriter } from './content-writer';
import { contractFonts } from './contract-fonts';
import { ContractPdfError } from './contract-pdf-error';
import type { ContractInput, ContractRenderer, ContractTemplate, SigningMaterial } from './contract-types';
import { assignInk, checkMask } from './ink-picture';
import { layOutOpening } from './opening';
import { addToResources, pageFont, type TextPicture } from './page-font';
import { drawContractNumber } from './page-furniture';
import { drawSignatures } from './signature-blocks';
import { reservedBytes, signatureDictionary, signInPlace } from './signature-field';
import { loadSigningKey } from './signing-key';

/**
 * Prepares everything that is the same in every contract: fonts, text, layout, signature structure. About half a
 * second; do it before listening.
 * @throws ContractPdfError `signing_material_invalid`, `signature_too_large`, `missing_glyph` in the configuration
 */
export async function createContractRenderer(o: {
  template: ContractTemplate;
  signing: SigningMaterial;
}): Promise<ContractRenderer> {
  const { template } = o;
  const { authority } = template;
  const signer = createCmsSigner(loadSigningKey(o.signing));
  if (signer.length > reservedBytes) {
    throw new ContractPdfError('signature_too_large', `The chain needs ${signer.length} of ${reservedBytes} bytes`);
  }
  const faces = contractFonts();
  const missingGlyphs = (text: string) => faces.regular.missingGlyphs(text);
  const refuseMissing = (texts: (string | undefined)[]) => {
    const missing = missingGlyphs(texts.join(''));
    if (missing.length > 0) {
      throw new ContractPdfError('missing_glyph', 'The contract font lacks characters of this text', missing);
    }
  };
  const { trial: _trial, ...printed } = authority;
  const articleTexts = template.articles.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  refuseMissing([
    ...Object.values(printed),
    template.title,
    ...template.keyPoints,
    ...articleTexts,
    template.importantNotice,
  ]);
  // What of it is drawn with each contract.
  const configured = [...template.keyPoints, authority.name, authority.phone].join('');
  const baseOf = createBaseDocuments({ template, faces });
  await baseOf(1);

  return {
    template,
    missingGlyphs,
    async render(input) {
      const texts = textsOf(input);
      const picture = pictureOfName(input);
      const written = texts.filter((text) => text !== picture?.text);
      refuseMissing(written);
      checkMask(input.ink);
      if (picture) checkMask(picture.mask);
      const pictures = picture ? [picture] : [];
      const opening = layOutOpening(template, input, faces);
      const base = await baseOf(opening.pages);
      const document = await PDFDocument.load(base.bytes, { updateMetadata: false });
      const { context } = document;
      const filled = { key: 'D', tag: 'FILLED', text: [...written, configured].join(''), pictures };
      const strong = { key: 'E', tag: 'STRONG', text: template.title + input.words.keyPoint };
      const fonts = {
        regular: await pageFont(document, faces.regular, filled),
        bold: await pageFont(document, faces.bold, strong),
      };
      for (const font of [fonts.regular, fonts.bold]) addToResources(context.lookup(base.fontsRef, PDFDict), font);
      base.contentRefs.forEach((ref, index) => {
        const writer = createContentWriter();
        opening.draw(writer, index, fonts);
        if (index === base.pages - 1) drawSignatures(writer, template, input, base.signatureTop, fonts);
        drawContractNumber(writer, input.contractNumber, fonts.regular);
        context.assign(ref, deflatedStream(context, writer.toString()));
      });
      assignInk(context, base.inkRef, input.ink);
      const signing = { signerName: authority.name, reason: `签署${template.title}`, signedAt: input.sealedAt };
      context.assign(base.signatureRef, PDFInvalidObject.of(signatureDictionary(signing)));
      describe(document, input, template);
      const bytes = await document.save({
        useObjectStreams: false,
        addDefaultPage: false,
        updateFieldAppearances: false,
        objectsPerTick: Number.POSITIVE_INFINITY,
      });
      const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await signInPlace(pdf, signer);
      return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages: base.pages };
    },
  };
}

/** By node: pdf-lib deflates in JavaScript. */
const deflatedStream = (context: PDFContext, content: string): PDFRawStream =>
  PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), deflateSync(content));

const textsOf = ({ contractNumber, words }: ContractInput): string[] => [
  contractNumber,
  words.keyPoint,
  ...words.groups.flatMap(({ name, rows }) => [name, ...rows.flatMap(({ label, value }) => [label, value])]),
  ...words.specialTerms,
  words.signerName,
  words.signerCapacity,
];

/** Also of a name that the fonts have: it may only come near one whose character cannot be typed. */
const pictureOfName = ({ words, nameInk }: ContractInput): TextPicture | undefined =>
  nameInk && { text: words.signerName, mask: nameInk };

/** Document information and identifier, all derived from the input so that the same input gives the same file. */
function describe(document: PDFDocument, input: ContractInput, { title, sha256 }: ContractTemplate): void {
  document.setTitle(`${title} ${input.contractNumber}`);
  document.setCreationDate(input.sealedAt);
  document.setModificationDate(input.sealedAt);
  const moments = `${input.signedAt.toISOString()} ${input.sealedAt.toISOString()}`;
  const id = createHash('sha256').update(`${sha256} ${input.detailsSha256} ${input.contractNumber} ${moments}`);
  const half = PDFHexString.of(id.digest('hex').slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([half, half]);
}
