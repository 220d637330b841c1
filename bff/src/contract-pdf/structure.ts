import { type ObjectSink, pdfText, refTo } from './object-sink';

/** Standard structure types that a contract needs (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Form';

/** Content on a page between BDC and EMC, or an object such as a form field. */
type Leaf = { readonly page: number; readonly mark: number } | { readonly page: number; readonly object: number };
/** An element that stands in the file already, under its number. */
interface WrittenElement {
  readonly written: number;
}
type Kid = StructureElement | WrittenElement | Leaf;

/** What a piece of the contract is, for programs that read it aloud or take it apart. */
export interface StructureElement {
  readonly type: StructureType;
  readonly kids: Kid[];
  /** What stands in for a picture. */
  readonly alt?: string;
  /** Written out: `/O /Table /Scope /Row`. */
  readonly attributes?: string;
}

/** A new last kid of `parent`. */
export function structureElement(
  type: StructureType,
  parent: StructureElement | null,
  { alt, attributes }: Pick<StructureElement, 'alt' | 'attributes'> = {},
): StructureElement {
  // All of one shape: kids are told apart by their members, a hundred times in a contract.
  const made = { type, kids: [], alt, attributes };
  parent?.kids.push(made);
  return made;
}

const isLeaf = (kid: Kid): kid is Leaf => 'page' in kid;

/** Which element owns each marked content of a page, and each object: what the parent tree says (14.7.4.4). */
export interface Owners {
  /** By page and mark: the number of the owner's object. */
  readonly marks: number[][];
  /** By the object's number. */
  readonly objects: Map<number, number>;
}

export const noOwners = (): Owners => ({ marks: [], objects: new Map() });

/** Those of what is written already, to be added to. */
export const copyOfOwners = ({ marks, objects }: Owners): Owners => ({
  marks: marks.map((ofPage) => [...ofPage]),
  objects: new Map(objects),
});

export interface StructurePlace {
  readonly sink: ObjectSink;
  /** Numbers of the pages' objects. */
  readonly pages: readonly number[];
  readonly owners: Owners;
}

/** Writes an element and all below it, the element under the number given, or one of its own. @returns that number */
export function writeStructure(
  element: StructureElement,
  place: StructurePlace,
  { parent, number = place.sink.reserve() }: { parent: number; number?: number },
): number {
  const { sink, pages, owners } = place;
  const page = element.kids.find(isLeaf)?.page;
  const referenceTo = (kid: Kid): string => {
    if ('written' in kid) return refTo(kid.written);
    if (!isLeaf(kid)) return refTo(writeStructure(kid, place, { parent: number }));
    const itsPage = refTo(pages[kid.page] ?? 0);
    if ('object' in kid) {
      owners.objects.set(kid.object, number);
      return `<< /Type /OBJR /Pg ${itsPage} /Obj ${refTo(kid.object)} >>`;
    }
    const ofPage = owners.marks[kid.page] ?? [];
    owners.marks[kid.page] = ofPage;
    ofPage[kid.mark] = number;
    return kid.page === page ? String(kid.mark) : `<< /Type /MCR /Pg ${itsPage} /MCID ${kid.mark} >>`;
  };
  let kids = '';
  for (const kid of element.kids) kids += kids === '' ? referenceTo(kid) : ` ${referenceTo(kid)}`;
  const { type, alt, attributes } = element;
  const onPage = page === undefined ? '' : ` /Pg ${refTo(pages[page] ?? 0)}`;
  const instead = alt === undefined ? '' : ` /Alt ${pdfText(alt)}`;
  const more = attributes === undefined ? '' : ` /A << ${attributes} >>`;
  sink.put(number, `<< /Type /StructElem /S /${type} /P ${refTo(parent)}${onPage} /K [${kids}]${instead}${more} >>`);
  return number;
}

/** The parent tree: each page's owners under the page's index, each object's under the key that the object has. */
export function parentTreeBody({ marks, objects }: Owners, keyOf: ReadonlyMap<number, number>): string {
  const ofPages = marks.map((owners, page) => `${page} [${owners.map(refTo).join(' ')}]`);
  const ofObjects = Array.from(objects, ([object, owner]) => `${keyOf.get(object) ?? 0} ${refTo(owner)}`);
  return `<< /Nums [${[...ofPages, ...ofObjects].join(' ')}] >>`;
}
