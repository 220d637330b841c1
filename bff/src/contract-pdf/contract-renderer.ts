import { createHash } from 'node:crypto';
import { createBaseDocuments } from './base-documents';
import { createCmsSigner } from './cms-signature';
import { continueFile, trailerEntries } from './contract-file';
import { contractFonts } from './contract-fonts';
import { ContractPdfError } from './contract-pdf-error';
import type { ContractInput, ContractRenderer, ContractTemplate } from './contract-types';
import { informationBody, xmpPacket } from './document-facts';
import { drawContract } from './draw-contract';
import { checkMask } from './ink-picture';
import { add, rawStreamBody } from './object-sink';
import { layOutOpening } from './opening';
import type { TextPicture } from './page-font';
import { signatureBytes, signatureDictionary, tokenBytes } from './signature-field';
import { fillSignedPlace } from './signed-place';
import type { ContractSigningKey } from './signing-key';
import { structureElement } from './structure';

/**
 * Prepares everything that is the same in every contract: fonts, text, layout, signature structure. About half a
 * second; do it before listening.
 * @throws ContractPdfError `signature_too_large`, `missing_glyph` in the configuration
 */
export async function createContractRenderer(o: {
  template: ContractTemplate;
  signing: ContractSigningKey;
  /** Leaves room for a time stamp: without it none can be put in. */
  stampable?: boolean;
}): Promise<ContractRenderer> {
  const { template, stampable = false } = o;
  const { authority } = template;
  const signer = createCmsSigner(o.signing);
  if (signer.length > signatureBytes) {
    throw new ContractPdfError('signature_too_large', `The chain needs ${signer.length} of ${signatureBytes} bytes`);
  }
  const room = signatureBytes + (stampable ? tokenBytes : 0);
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
  const baseOf = createBaseDocuments({ template, faces });
  await baseOf(1);

  return {
    template,
    missingGlyphs,
    async render(input) {
      const picture = pictureOfName(input);
      refuseMissing(textsOf(input).filter((text) => text !== picture?.text));
      checkMask(input.ink);
      if (picture) checkMask(picture.mask);
      const document = structureElement('Document', null);
      const opening = layOutOpening(template, input, faces, document);
      const base = await baseOf(opening.pages);
      const file = continueFile(base.start);
      drawContract({ template, input, faces, base, file, opening, document, pictures: picture ? [picture] : [] });
      const facts = factsOf(input, template);
      file.put(base.own.metadata, rawStreamBody('/Type /Metadata /Subtype /XML', xmpPacket(facts)));
      const place = signatureDictionary({
        signerName: authority.name,
        reason: `签署${template.title}`,
        signedAt: input.sealedAt,
        room,
      });
      const information = add(file, informationBody(facts));
      file.put(base.own.signature, place.body);
      const pdf = file.finish(trailerEntries(base.root, information, identifierOf(input, template)));
      const begun = { hash: base.start.hash, length: base.start.bytes.length };
      const stamp = stampable ? input.stamp : undefined;
      await fillSignedPlace({ pdf, at: file.offsetOf(base.own.signature), place, begun }, (digest) =>
        signer.sign(digest, stamp),
      );
      const sha256 = begun.hash.copy().update(pdf.subarray(begun.length)).digest('hex');
      return { pdf, sha256, pages: base.pages.length };
    },
  };
}

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

/** All derived from the input, so that the same input gives the same file. */
const factsOf = ({ contractNumber, sealedAt }: ContractInput, { title, authority }: ContractTemplate) => ({
  title: `${title} ${contractNumber}`,
  author: authority.name,
  subject: title,
  producer: 'pdf-lib 1.17.1',
  date: sealedAt,
});

/** 32 hex digits. */
function identifierOf(input: ContractInput, { sha256 }: ContractTemplate): string {
  const moments = `${input.signedAt.toISOString()} ${input.sealedAt.toISOString()}`;
  const id = createHash('sha256').update(`${sha256} ${input.detailsSha256} ${input.contractNumber} ${moments}`);
  return id.digest('hex').slice(0, 32);
}
