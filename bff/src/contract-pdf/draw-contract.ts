import type { BaseDocument } from './base-document';
import { createContentWriter } from './content-writer';
import type { ContractFile } from './contract-file';
import type { ContractFonts } from './contract-fonts';
import type { ContractInput, ContractTemplate } from './contract-types';
import { writeInk } from './ink-picture';
import { quickly, streamBody } from './object-sink';
import type { Opening } from './opening';
import { createPageFont, type TextPicture } from './page-font';
import { checkForm, numberForm } from './page-furniture';
import { drawSignatures } from './signature-blocks';
import { copyOfOwners, parentTreeBody, type StructureElement, writeStructure } from './structure';

export interface ContractToDraw {
  readonly template: ContractTemplate;
  readonly input: ContractInput;
  readonly faces: ContractFonts;
  readonly base: BaseDocument;
  readonly file: ContractFile;
  readonly opening: Opening;
  /** The structure's root, below which the opening has its elements already. */
  readonly document: StructureElement;
  readonly pictures: readonly TextPicture[];
}

/** Writes all that is this contract's own, but what the file says of itself and the signature. */
export function drawContract({
  template,
  input,
  faces,
  base,
  file,
  opening,
  document,
  pictures,
}: ContractToDraw): void {
  const { own } = base;
  const fonts = {
    regular: createPageFont(faces.regular, { key: 'D', tag: 'FILLED', base: base.fonts.regular, pictures }),
    bold: createPageFont(faces.bold, { key: 'E', tag: 'STRONG', base: base.fonts.bold }),
  };
  document.kids.push({ written: base.articles });
  const lastPage = base.pages.length - 1;
  own.contents.forEach((number, page) => {
    const writer = createContentWriter({ page, nextMark: base.marks[page] ?? 0 });
    opening.draw(writer, page, fonts);
    if (page === lastPage) {
      const place = { writer, page, top: base.signatureTop, fonts };
      drawSignatures(place, { template, input, widget: base.widget }, document);
    }
    file.put(number, streamBody('', writer.toString(), quickly));
  });
  file.put(own.number, numberForm(input.contractNumber, fonts.regular, own.fonts));
  file.put(own.check, checkForm(input.checkUrl, fonts.regular, own.fonts));
  writeInk(file, own.ink, input.ink);
  file.put(own.fonts, `<< ${base.fontEntries} ${fonts.regular.write(file)} ${fonts.bold.write(file)} >>`);
  const owners = copyOfOwners(base.owners);
  writeStructure(document, { sink: file, pages: base.pages, owners }, { number: own.structureRoot, parent: base.tree });
  file.put(own.parentTree, parentTreeBody(owners, new Map([[base.widget, base.pages.length]])));
}
