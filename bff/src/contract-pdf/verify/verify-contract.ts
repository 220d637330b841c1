import { createHash } from 'node:crypto';
import { areValidAt, findPath, isOneChain } from './certificate-path';
import { claimedSignature } from './claimed-signature';
import { cmsOids } from './cms-oids';
import { type ContractSignature, type CoveredBytes, readContractSignature } from './contract-signature';
import { judgeLaterRevisions, type LaterRevisions } from './later-revisions';
import { limits } from './limits';
import { type Certificate, readAnchors } from './read-certificate';
import { hasContentType, isOver, isSigned, namesItsCertificate, readSignedData, type SignedData } from './read-cms';
import { type ReadRevisions, readRevisions } from './read-revisions';
import { revocationOf } from './revocation';
import { checkTimestamp, timestampPath } from './timestamp-token';
import {
  type ContractDoubt,
  type ContractTrust,
  type ContractVerification,
  Doubt,
  type ProvenTime,
} from './verification';

interface Trusted {
  readonly anchors: readonly Certificate[];
  readonly timestampAnchors: readonly Certificate[];
  readonly authorities: readonly Certificate[];
}

type Draft = { -readonly [K in keyof ContractVerification]: ContractVerification[K] };

/**
 * Checks a contract offline, in the order of what it costs: the file's structure, what the signature covers, its digest, its
 * value, what was appended, time stamps, and last who the signer is.
 * @param at when certificates have to be valid; left out, at the time that a trusted stamp proves, else the one that the signer
 * claims. A claim is enough for an anchor that seals itself as long as its key is nobody else's.
 * Never throws for the file's sake, whatever it holds.
 * @throws Error when a trust anchor is not a certificate
 */
export function verifyContractPdf(pdf: Buffer, trust: ContractTrust, at?: Date): ContractVerification {
  const trusted: Trusted = {
    anchors: readAnchors(trust.anchors),
    timestampAnchors: readAnchors(trust.timestampAnchors ?? []),
    authorities: readAnchors(trust.authorities ?? []),
  };
  const draft: Draft = {
    verdict: 'foreign',
    doubts: [],
    signerName: '',
    contractNumber: null,
    signedAt: null,
    timestamp: null,
    revocation: 'unknown',
    revisions: [],
    sha256: '',
  };
  try {
    draft.sha256 = createHash('sha256').update(pdf).digest('hex');
    if (pdf.length > limits.pdfBytes) throw new Doubt('too_large');
    judge(pdf, trusted, at, draft);
    return draft;
  } catch (error) {
    // What is no doubt of ours is a file that nobody had thought of: not genuine either.
    const doubt: ContractDoubt = error instanceof Doubt ? error.code : 'unreadable';
    return { ...draft, doubts: [doubt], verdict: draft.verdict === 'genuine' ? 'foreign' : draft.verdict };
  }
}

function judge(pdf: Buffer, trusted: Trusted, at: Date | undefined, draft: Draft): void {
  const { read, signature } = readContract(pdf, trusted, draft);
  draft.signedAt = signature.signedAt;
  draft.contractNumber = /(?:^| )([A-Z0-9][A-Z0-9-]{5,63})$/.exec(signature.title)?.[1] ?? null;
  const { data, signer } = readSignature(signature.covered.cms);
  draft.signerName = signer.commonName;
  const isDigest = isOverBytes(data, signature.covered.signed);
  if (!isSigned(data, signer)) throw new Doubt('signature_wrong');
  const path = findPath(signer, data.certificates, trusted.anchors);
  if (!path) throw new Doubt('untrusted');
  // From here on it is a contract of ours: what does not fit now has been done to it.
  draft.verdict = 'changed';
  if (!isDigest) throw new Doubt('content_changed');
  if (!isOneChain(signer, data.certificates)) throw new Doubt('signature_kind');
  const later = judgeLaterRevisions(pdf, read, signature);
  draft.revisions = later.accepted;
  draft.timestamp = provenTime(data, later, trusted.timestampAnchors);
  draft.verdict = 'foreign';
  checkSigner(path, later, trusted, at, draft);
  draft.verdict = 'genuine';
}

/** A file that is no contract any more is `changed` when a signature of ours stands in it. @throws Doubt */
function readContract(
  pdf: Buffer,
  trusted: Trusted,
  draft: Draft,
): { read: ReadRevisions; signature: ContractSignature } {
  try {
    const read = readRevisions(pdf);
    return { read, signature: readContractSignature(pdf, read.first) };
  } catch (error) {
    if (wasOurs(pdf, trusted)) draft.verdict = 'changed';
    throw error;
  }
}

function wasOurs(pdf: Buffer, { anchors }: Trusted): boolean {
  const claimed = claimedSignature(pdf);
  if (!claimed) return false;
  try {
    const { data, signer } = readSignature(claimed.cms);
    // Signed by us as it is, and no contract: then it never was one.
    if (claimed.signed && isOverBytes(data, claimed.signed)) return false;
    return isSigned(data, signer) && findPath(signer, data.certificates, anchors) !== undefined;
  } catch {
    return false;
  }
}

const isOverBytes = (data: SignedData, [before, after]: readonly [Buffer, Buffer]): boolean =>
  isOver(data, (hash) => createHash(hash).update(before).update(after).digest());

/** @throws Doubt signature_unreadable, signature_kind */
function readSignature(cms: Buffer): { data: SignedData; signer: Certificate } {
  const data = attempt(() => readSignedData(cms));
  const signer = data?.signer;
  if (!data || !signer) throw new Doubt('signature_unreadable');
  const isOurKind =
    data.content === null &&
    data.contentType === cmsOids.data &&
    attempt(() => hasContentType(data)) === true &&
    data.digest === 'sha256' &&
    data.scheme !== null &&
    namesItsCertificate(data, signer) &&
    [...data.unsignedAttributes.keys()].every((type) => type === cmsOids.signatureTimestamp);
  if (!isOurKind) throw new Doubt('signature_kind');
  return { data, signer };
}

/** The chains of whoever stamped a contract of ours, DER, the stamping certificate first: what has to be asked about. @throws Doubt */
export function timestampPathsIn(pdf: Buffer, anchorsPem: readonly string[]): readonly (readonly Uint8Array[])[] {
  const anchors = readAnchors(anchorsPem);
  const read = readRevisions(pdf);
  const signature = readContractSignature(pdf, read.first);
  const { data } = readSignature(signature.covered.cms);
  const later = judgeLaterRevisions(pdf, read, signature);
  return stampsOf(data, later).map(({ token, over }) => timestampPath(token, over, anchors));
}

/** Out of a genuine contract: what it was signed with, DER, the signing certificate first, then its issuers in their order. @throws Doubt */
export function signerChainIn(pdf: Buffer): readonly Uint8Array[] {
  const { data, signer } = readSignature(readContractSignature(pdf, readRevisions(pdf).first).covered.cms);
  const path = findPath(signer, data.certificates, data.certificates.slice(-1)) ?? [signer, ...data.certificates];
  return path.map(({ der }) => der);
}

/** All stamps must hold; the earliest that is believed counts, else the first. @throws Doubt */
function provenTime(data: SignedData, later: LaterRevisions, anchors: readonly Certificate[]): ProvenTime | null {
  const times = stampsOf(data, later).map(({ token, over }) => checkTimestamp(token, over, anchors));
  const judged = times.filter((time) => time.judged).sort((one, other) => one.time.getTime() - other.time.getTime());
  return judged[0] ?? times[0] ?? null;
}

interface Stamp {
  readonly token: Uint8Array;
  readonly over: readonly Uint8Array[];
}

/** That of the signature, and those of the document. */
function stampsOf(data: SignedData, later: LaterRevisions): readonly Stamp[] {
  const own = data.unsignedAttributes.get(cmsOids.signatureTimestamp);
  return [
    ...(own ? [{ token: own.whole, over: [data.signature] }] : []),
    ...later.timestamps.map(({ cms, signed }: CoveredBytes) => ({ token: cms, over: signed })),
  ];
}

/** @throws Doubt usage, not_valid_then, revoked */
function checkSigner(
  path: readonly Certificate[],
  later: LaterRevisions,
  trusted: Trusted,
  at: Date | undefined,
  draft: Draft,
): void {
  const signer = path[0];
  if (!signer || !maySeal(signer, path.length === 1)) throw new Doubt('usage');
  const proven = draft.timestamp?.judged ? draft.timestamp.time : null;
  const validAt = at ?? proven ?? draft.signedAt;
  if (!validAt || !areValidAt(path, validAt)) throw new Doubt('not_valid_then');
  const issuers = [...path.slice(1), ...trusted.authorities, ...trusted.anchors];
  const revocation = revocationOf(signer, issuers, later.evidence, proven ?? validAt);
  draft.revocation = revocation.state;
  // Who has a stolen key claims any time: only a stamp shows that it was ours still.
  if (revocation.state === 'revoked' && (!proven || revocation.at <= proven)) throw new Doubt('revoked');
}

/** A certificate named as an anchor itself is ours whatever its extended usage; any other has to be for documents. */
function maySeal({ authority, keyUsages, extendedKeyUsages }: Certificate, isAnchor: boolean): boolean {
  const maySign = !keyUsages || keyUsages.includes('nonRepudiation') || keyUsages.includes('digitalSignature');
  const isForDocuments = isAnchor || (extendedKeyUsages?.includes(cmsOids.documentSigning) ?? false);
  return !authority && maySign && isForDocuments;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
