import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib';
import { buildBaseDocument, pageFont } from './base-document';
import { createCmsSigner } from './cms-signature';
import { createContentWriter } from './content-writer';
import { contractFonts } from './contract-fonts';
import { ContractPdfError } from './contract-pdf-error';
import type { ContractInput, ContractRenderer, ContractTemplate, InkMask, SigningMaterial } from './contract-types';
import { drawNumberUnderTitle } from './opening';
import { drawContractNumber } from './page-furniture';
import { drawVariableValues } from './party-table';
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
  const { name, sealText, sealCode, phone, address, website, court } = authority;
  const articleTexts = template.articles.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  refuseMissing([name, sealText, sealCode, phone, address, website, court, template.title]);
  refuseMissing([...template.keyPoints, ...articleTexts]);
  const base = await buildBaseDocument(authority, template, faces);

  return {
    template,
    missingGlyphs,
    async render(input) {
      const { applicant } = input;
      refuseMissing([
        input.contractNumber,
        input.projectName,
        input.terms.certificateKind,
        ...applicantTexts(applicant),
      ]);
      checkMask(input.ink);
      const document = await PDFDocument.load(base.bytes, { updateMetadata: false });
      const { context } = document;
      const font = await pageFont(document, faces, 'regular', 'D', 'FILLED');
      context.lookup(base.fontsRef, PDFDict).set(PDFName.of(font.key), font.subset.ref);
      base.contentRefs.forEach((ref, index) => {
        const writer = createContentWriter();
        drawContractNumber(writer, input.contractNumber, font);
        if (index === 0) {
          drawNumberUnderTitle(writer, input.contractNumber, base.titleNumberBaseline, font);
          drawVariableValues(writer, input, base.variableRows, font);
        }
        if (index === base.pages - 1) drawSignatures(writer, input, base.signatureTop, font);
        context.assign(ref, context.stream(writer.toString()));
      });
      assignInk(context, base.inkRef, input.ink);
      const signing = { signerName: authority.name, reason: `签署${template.title}`, signedAt: input.sealedAt };
      context.assign(base.signatureRef, PDFInvalidObject.of(signatureDictionary(signing)));
      describe(document, input, template.title, template.sha256);
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

function applicantTexts(applicant: ContractInput['applicant']): (string | undefined)[] {
  const { name, idNumber, phone, unitName, unifiedSocialCreditCode } = applicant;
  return [name, idNumber, phone, unitName, unifiedSocialCreditCode];
}

/** A contract is never sealed over a signature that readers could not show. */
function checkMask({ width, height, deflatedAlpha, inkPixels }: InkMask): void {
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
function assignInk(context: PDFContext, ref: PDFRef, mask: InkMask): void {
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

/** Document information and identifier, all derived from the input so that the same input gives the same file. */
function describe(document: PDFDocument, input: ContractInput, title: string, templateHash: string): void {
  document.setTitle(`${title} ${input.contractNumber}`);
  document.setCreationDate(input.sealedAt);
  document.setModificationDate(input.sealedAt);
  const moments = `${input.signedAt.toISOString()} ${input.sealedAt.toISOString()}`;
  const id = createHash('sha256').update(`${templateHash} ${input.contractNumber} ${moments}`);
  const half = PDFHexString.of(id.digest('hex').slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([half, half]);
}
