import type { ContractSignature, CoveredBytes } from './contract-signature';
import { coveredBy } from './contract-signature';
import { type Evidence, readEvidence } from './evidence';
import {
  canonical,
  countOf,
  dictionaryOf,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  resolved,
  textOf,
} from './pdf-values';
import type { PdfRevision, ReadRevisions } from './read-revisions';
import { type AcceptedRevision, Doubt } from './verification';

export interface LaterRevisions {
  readonly accepted: readonly AcceptedRevision[];
  readonly evidence: Evidence;
  /** Of time stamps over the document, oldest first: the token, and what it has to be over. */
  readonly timestamps: readonly CoveredBytes[];
}

/** What is known while revisions are gone through, one after the other. */
interface State {
  readonly objects: Map<number, PdfValue>;
  /** Numbers of the signed revision. */
  readonly signed: ReadonlySet<number>;
  catalog: PdfDictionary;
  size: number;
  readonly accepted: AcceptedRevision[];
  evidence: Evidence;
  readonly timestamps: CoveredBytes[];
  /** Of the fields so far; one without a name is none of ours. */
  readonly names: Set<string>;
  /** How far the signature or stamp in the last revision reaches; null where it has none. */
  end: number | null;
}

const none: Evidence = { certificates: [], lists: [], answers: [] };

/**
 * Goes through what was appended after the signature and takes exactly what we append ourselves: data about revocation in the
 * catalog's /DSS, and a time stamp over the document in a field that nobody sees. An object that a signed one is replaced by,
 * or one that nothing of these two reaches, is a change of the contract, whatever it looks like.
 * @throws Doubt appended, overridden, evidence_unreadable, byte_range, signature_unreadable
 */
export function judgeLaterRevisions(pdf: Buffer, read: ReadRevisions, signature: ContractSignature): LaterRevisions {
  const { first, later } = read;
  const state: State = {
    objects: new Map(first.objects),
    signed: new Set(first.objects.keys()),
    catalog: signature.catalog,
    size: Math.max(first.size, countOf(first.trailer.entries.get('Size')) ?? 0),
    accepted: [],
    evidence: none,
    timestamps: [],
    end: signature.covered.end,
    names: new Set(['', signature.fieldName]),
  };
  for (const revision of later) judge(pdf, revision, first, signature, state);
  // What is signed last is signed to the end of the file, down to its last line end.
  const isOpen = state.end !== null && state.end !== pdf.length;
  if (!read.isWhole || isOpen) throw new Doubt('appended');
  return state;
}

function judge(
  pdf: Buffer,
  revision: PdfRevision,
  first: PdfRevision,
  signature: ContractSignature,
  state: State,
): void {
  for (const key of ['Root', 'Info']) checkSame(first.trailer.entries.get(key), revision.trailer.entries.get(key));
  const catalog = revision.objects.get(signature.catalogNumber);
  const before = state.catalog;
  const dssBefore = before.entries.get('DSS');
  const added = [...revision.objects.keys()].filter((number) => number !== signature.catalogNumber);
  // The data of an earlier revision of this kind may be written anew; nothing that was signed may.
  const isReplaceable = (number: number) =>
    dssBefore?.kind === 'ref' && dssBefore.number === number && !state.signed.has(number);
  if (added.some((number) => number < state.size && !isReplaceable(number))) throw new Doubt('overridden');
  for (const [number, value] of revision.objects) state.objects.set(number, value);
  if (catalog) {
    if (catalog.kind !== 'dictionary') throw new Doubt('overridden');
    checkCatalog(before, catalog);
    state.catalog = catalog;
  }
  state.size = Math.max(state.size, revision.size);

  const reached = new Set<number>();
  const stamp = newField(before, state.catalog, state);
  state.end = null;
  if (stamp) {
    const covered = readStamp(pdf, stamp, revision, state, reached);
    state.timestamps.push(covered);
    state.end = covered.end;
  }
  const hasData = readData(dssBefore, revision, state, reached);
  if (added.some((number) => !reached.has(number)) || (!stamp && !hasData)) throw new Doubt('appended');
  if (hasData) state.accepted.push('revocation_data');
  if (stamp) state.accepted.push('document_timestamp');
}

function checkSame(before: PdfValue | undefined, after: PdfValue | undefined): void {
  if (before && after && canonical(before) !== canonical(after)) throw new Doubt('overridden');
  // Left out, a reader finds none.
  if (!before !== !after) throw new Doubt('overridden');
}

const mayChange = new Set(['DSS', 'Extensions', 'AcroForm']);

function checkCatalog(before: PdfDictionary, after: PdfDictionary): void {
  for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    if (!mayChange.has(key)) checkSame(before.entries.get(key), after.entries.get(key));
  }
  if (before.entries.has('DSS') && !after.entries.has('DSS')) throw new Doubt('overridden');
  const extensions = after.entries.get('Extensions');
  if (!extensions || (before.entries.has('Extensions') && canonical(extensions) === extensionsOf(before))) return;
  if (extensions.kind !== 'dictionary' || ![...extensions.entries.values()].every(isExtension)) {
    throw new Doubt('overridden');
  }
}

const extensionsOf = (catalog: PdfDictionary): string => {
  const value = catalog.entries.get('Extensions');
  return value ? canonical(value) : '';
};

/** Which edition a producer writes by (7.12): words and names, nothing that points anywhere. */
const isExtension = (value: PdfValue): boolean =>
  value.kind === 'dictionary' &&
  [...value.entries].every(
    ([key, { kind }]) =>
      ['Type', 'BaseVersion', 'ExtensionLevel', 'ExtensionRevision'].includes(key) &&
      kind !== 'ref' &&
      kind !== 'array' &&
      kind !== 'dictionary',
  );

/** The one field by which the form has grown; nothing when the form is the same. */
function newField(before: PdfDictionary, after: PdfDictionary, state: State): PdfValue | undefined {
  const [old, current] = [before.entries.get('AcroForm'), after.entries.get('AcroForm')];
  if (!old || !current) throw new Doubt('overridden');
  if (canonical(old) === canonical(current)) return undefined;
  const [oldForm, form] = [dictionaryOf(old, state.objects), dictionaryOf(current, state.objects)];
  if (!oldForm || form !== current) throw new Doubt('overridden');
  for (const key of new Set([...oldForm.entries.keys(), ...form.entries.keys()])) {
    if (key !== 'Fields') checkSame(oldForm.entries.get(key), form.entries.get(key));
  }
  const [oldFields, fields] = [oldForm, form].map((one) => resolved(one.entries.get('Fields'), state.objects));
  if (oldFields?.kind !== 'array' || fields?.kind !== 'array') throw new Doubt('overridden');
  const isSame = oldFields.items.every((field, index) => {
    const now = fields.items[index];
    return now !== undefined && canonical(field) === canonical(now);
  });
  if (!isSame || fields.items.length !== oldFields.items.length + 1) throw new Doubt('overridden');
  return fields.items.at(-1);
}

const fieldKeys = new Set(['Type', 'Subtype', 'FT', 'T', 'TU', 'F', 'Rect', 'P', 'V']);
const stampKeys = new Set(['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'V']);

/** A field without extent and appearance, and its time stamp over everything up to the end of this revision. */
function readStamp(
  pdf: Buffer,
  pointer: PdfValue,
  revision: PdfRevision,
  state: State,
  reached: Set<number>,
): CoveredBytes {
  const field = reach(pointer, revision, reached);
  const value = field?.kind === 'dictionary' ? field.entries.get('V') : undefined;
  const stamp = value && reach(value, revision, reached);
  if (field?.kind !== 'dictionary' || stamp?.kind !== 'dictionary') throw new Doubt('appended');
  const rectangle = field.entries.get('Rect');
  const isUnseen =
    !rectangle ||
    (rectangle.kind === 'array' &&
      rectangle.items.length === 4 &&
      rectangle.items.every((side) => side.kind === 'word' && Number(side.text) === 0));
  const page = field.entries.get('P');
  const isStamp =
    [...field.entries.keys()].every((key) => fieldKeys.has(key)) &&
    [...stamp.entries.keys()].every((key) => stampKeys.has(key)) &&
    nameOf(field.entries.get('FT')) === 'Sig' &&
    // Fields of one name are one field to many readers.
    !state.names.has(textOf(field.entries.get('T')) ?? '') &&
    (!page || nameOf(dictionaryOf(page, state.objects)?.entries.get('Type')) === 'Page') &&
    isUnseen &&
    nameOf(stamp.entries.get('Type')) === 'DocTimeStamp' &&
    nameOf(stamp.entries.get('SubFilter')) === 'ETSI.RFC3161';
  if (!isStamp) throw new Doubt('appended');
  state.names.add(textOf(field.entries.get('T')) ?? '');
  return coveredBy(pdf, stamp, revision);
}

/** An object of this revision by its reference. */
function reach(pointer: PdfValue, revision: PdfRevision, reached: Set<number>): PdfValue | undefined {
  if (pointer.kind !== 'ref') return undefined;
  reached.add(pointer.number);
  return revision.objects.get(pointer.number);
}

function readData(dssBefore: PdfValue | undefined, revision: PdfRevision, state: State, reached: Set<number>): boolean {
  const dss = state.catalog.entries.get('DSS');
  if (!dss) return false;
  const isRewritten = dss.kind === 'ref' && revision.objects.has(dss.number);
  if (!isRewritten && dssBefore && canonical(dssBefore) === canonical(dss)) return false;
  state.evidence = readEvidence(dss, state.objects, state.signed, reached);
  return true;
}
