import { createHash } from 'node:crypto';
import { createBaseDocuments } from './base-documents';
import { continueFile, trailerEntries } from './contract-file';
import { contractFonts } from './contract-fonts';
import { ContractPdfError } from './contract-pdf-error';
import type { ContractInput, ContractTemplate } from './contract-types';
import { informationBody, xmpPacket } from './document-facts';
import { drawContract } from './draw-contract';
import { checkMask } from './ink-picture';
import { add, rawStreamBody } from './object-sink';
import { createOpenings } from './opening';
import type { TextPicture } from './page-font';
import { signatureBytes, signatureDictionary, tokenBytes } from './signature-field';
import { type OpenPlace, openPlace } from './signed-place';
import { structureElement } from './structure';

export type DrawingInput = Omit<ContractInput, 'stamp'>;

/** A contract that lacks its signature and nothing else. */
export interface DrawnContract extends OpenPlace {
  readonly pdf: Buffer;
  readonly pages: number;
}

export interface ContractDrawer {
  /** @throws ContractPdfError `missing_glyph` (with the characters), `ink_empty`, `ink_unreadable` */
  draw(input: DrawingInput): Promise<DrawnContract>;
}

const missingGlyphs = (text: string): string[] => contractFonts().regular.missingGlyphs(text);

function refuseMissing(texts: readonly (string | undefined)[]): void {
  const missing = missingGlyphs(texts.join(''));
  if (missing.length > 0) {
    throw new ContractPdfError('missing_glyph', 'The contract font lacks characters of this text', missing);
  }
}

/** @throws ContractPdfError `missing_glyph`: a text that could never be printed */
export function refuseUnprintable(template: ContractTemplate): void {
  const { trial: _trial, ...printed } = template.authority;
  const articleTexts = template.articles.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  refuseMissing([
    ...Object.values(printed),
    template.title,
    ...template.keyPoints,
    ...articleTexts,
    template.importantNotice,
  ]);
}

/**
 * Prepares everything that is the same in every contract of a text: fonts, text, layout. About half a second. It knows of no key, so
 * it may run where no key is.
 * @throws ContractPdfError `missing_glyph`
 */
export async function createContractDrawer(o: {
  template: ContractTemplate;
  /** Leaves room for a time stamp: without it none can be put in. */
  stampable?: boolean;
}): Promise<ContractDrawer> {
  const { template, stampable = false } = o;
  const room = signatureBytes + (stampable ? tokenBytes : 0);
  const faces = contractFonts();
  refuseUnprintable(template);
  const baseOf = createBaseDocuments({ template, faces });
  const layOutOpening = createOpenings(template, faces);
  await baseOf(1);

  return {
    async draw(input) {
      const picture = pictureOfName(input);
      refuseMissing(textsOf(input).filter((text) => text !== picture?.text));
      checkMask(input.ink);
      if (picture) checkMask(picture.mask);
      const document = structureElement('Document', null);
      const opening = layOutOpening(input, document);
      const base = await baseOf(opening.pages);
      const file = continueFile(base.start);
      drawContract({ template, input, faces, base, file, opening, document, pictures: picture ? [picture] : [] });
      const facts = factsOf(input, template);
      file.put(base.own.metadata, rawStreamBody('/Type /Metadata /Subtype /XML', xmpPacket(facts)));
      const place = signatureDictionary({
        signerName: template.authority.name,
        reason: `签署${template.title}`,
        signedAt: input.sealedAt,
        room,
      });
      const information = add(file, informationBody(facts));
      file.put(base.own.signature, place.body);
      const pdf = file.finish(trailerEntries(base.root, information, identifierOf(input, template)));
      const begun = { hash: base.start.hash, length: base.start.bytes.length };
      return {
        pdf,
        pages: base.pages.length,
        ...openPlace({ pdf, at: file.offsetOf(base.own.signature), place, begun }),
      };
    },
  };
}

const textsOf = ({ contractNumber, words }: DrawingInput): string[] => [
  contractNumber,
  words.keyPoint,
  ...words.groups.flatMap(({ name, rows }) => [name, ...rows.flatMap(({ label, value }) => [label, value])]),
  ...words.specialTerms,
  words.signerName,
  words.signerCapacity,
];

/** Also of a name that the fonts have: it may only come near one whose character cannot be typed. */
const pictureOfName = ({ words, nameInk }: DrawingInput): TextPicture | undefined =>
  nameInk && { text: words.signerName, mask: nameInk };

/** All derived from the input, so that the same input gives the same file. */
const factsOf = ({ contractNumber, sealedAt }: DrawingInput, { title, authority }: ContractTemplate) => ({
  title: `${title} ${contractNumber}`,
  author: authority.name,
  subject: title,
  producer: 'pdf-lib 1.17.1',
  date: sealedAt,
});

/** 32 hex digits. */
function identifierOf(input: DrawingInput, { sha256 }: ContractTemplate): string {
  const moments = `${input.signedAt.toISOString()} ${input.sealedAt.toISOString()}`;
  const id = createHash('sha256').update(`${sha256} ${input.detailsSha256} ${input.contractNumber} ${moments}`);
  return id.digest('hex').slice(0, 32);
}
