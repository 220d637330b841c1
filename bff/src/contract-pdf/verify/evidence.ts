import { inflateSync } from 'node:zlib';
import { readDer } from '../../pki/der/read-der';
import { limits } from './limits';
import { countOf, nameOf, type PdfObjects, type PdfValue, resolved } from './pdf-values';
import { Doubt } from './verification';

/** What a contract carries about the validity of certificates, DER, believed by nobody yet. */
export interface Evidence {
  readonly certificates: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly answers: readonly Uint8Array[];
}

const refused = (): Doubt => new Doubt('evidence_unreadable');

/**
 * A document security store (ETSI EN 319 142-1, 5.4.2) that holds certificates, lists and status answers and nothing else,
 * none of it borrowed from the signed document.
 * @param reached takes the numbers of all objects it is made of
 * @throws Doubt evidence_unreadable
 */
export function readEvidence(
  dss: PdfValue,
  objects: PdfObjects,
  signed: ReadonlySet<number>,
  reached: Set<number>,
): Evidence {
  const follow = (value: PdfValue | undefined): PdfValue | undefined => {
    if (value?.kind !== 'ref') return value;
    if (signed.has(value.number)) throw refused();
    reached.add(value.number);
    if (reached.size > limits.evidenceStreams * 4) throw refused();
    return resolved(value, objects);
  };
  const entriesOf = (value: PdfValue | undefined, allowed: (key: string) => boolean) => {
    const found = follow(value);
    if (found?.kind !== 'dictionary' || ![...found.entries.keys()].every(allowed)) throw refused();
    return found.entries;
  };
  const inflated = new Map<PdfValue, Buffer>();
  let total = 0;
  const derOf = (value: PdfValue | undefined): Buffer => {
    const known = value && inflated.get(value);
    if (known) return known;
    const der = derOfStream(value);
    total += der.length;
    if (total > limits.evidenceTotal) throw refused();
    if (value) inflated.set(value, der);
    return der;
  };
  const streamsOf = (value: PdfValue | undefined): Buffer[] => {
    if (!value) return [];
    const list = follow(value);
    if (list?.kind !== 'array' || list.items.length > limits.evidenceStreams) throw refused();
    return list.items.map((item) => derOf(follow(item)));
  };
  const store = entriesOf(dss, (key) => ['Type', 'Certs', 'OCSPs', 'CRLs', 'VRI'].includes(key));
  const byItself = {
    certificates: streamsOf(store.get('Certs')),
    answers: streamsOf(store.get('OCSPs')),
    lists: streamsOf(store.get('CRLs')),
  };
  const type = store.get('Type');
  if (type && nameOf(type) !== 'DSS') throw refused();
  const related = store.get('VRI');
  const signatures = related ? entriesOf(related, (key) => /^[0-9A-F]{40}$/.test(key)) : new Map<string, PdfValue>();
  if (signatures.size > limits.revisions) throw refused();
  for (const value of signatures.values()) {
    const one = entriesOf(value, (key) => ['Type', 'Cert', 'OCSP', 'CRL', 'TU', 'TS'].includes(key));
    for (const key of ['Cert', 'OCSP', 'CRL']) streamsOf(one.get(key));
    const [made, stamp, kind] = [one.get('TU'), one.get('TS'), one.get('Type')];
    if ((made && made.kind !== 'string') || (kind && nameOf(kind) !== 'VRI')) throw refused();
    if (stamp) derOf(follow(stamp));
  }
  return byItself;
}

/** One DER value, as it is or deflated; nothing else may be brought in by this way. */
function derOfStream(value: PdfValue | undefined): Buffer {
  if (value?.kind !== 'stream') throw refused();
  const isPlain = [...value.entries.keys()].every((key) => ['Length', 'Filter'].includes(key));
  const filter = value.entries.get('Filter');
  if (!isPlain || countOf(value.entries.get('Length')) === undefined) throw refused();
  if (filter && nameOf(filter) !== 'FlateDecode') throw refused();
  try {
    const der = filter ? inflateSync(value.data, { maxOutputLength: limits.evidenceBytes }) : value.data;
    if (der.length > limits.evidenceBytes) throw refused();
    readDer(der);
    return der;
  } catch {
    throw refused();
  }
}
