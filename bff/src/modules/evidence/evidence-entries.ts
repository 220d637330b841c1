import { canonicalContent } from '../../http/content-digest';
import type { ZipEntry } from '../../http/zip-stream';
import type { ContractMaker, ContractSignatureParts } from '../../ports/contract-maker';
import { type AuditAnchorModel, type AuditEntryModel, mongoChainStore } from '../audit';
import { type ContractTextModel, readAgreedDetails } from '../contracts';
import { actsOfOthers, anchorsOf, hashedTexts, keptHashes } from './audit-piece';
import { checkGuide } from './check-guide';
import { consentOf, identityOf, photosOf, type RecordsDependencies, signatureOf } from './evidence-records';
import { readableText } from './readable-text';
import type { SealedEvidence } from './sealed-evidence';

export interface EvidenceDependencies extends RecordsDependencies {
  readonly auditEntries: AuditEntryModel;
  readonly auditAnchors: AuditAnchorModel;
  readonly contractTexts: ContractTextModel;
  readonly contractMaker: ContractMaker;
}

const textEntry = (path: string, text: string): ZipEntry => ({ path, content: Buffer.from(text) });
const jsonEntry = (path: string, value: unknown): ZipEntry =>
  textEntry(path, `${JSON.stringify(JSON.parse(canonicalContent(value)), null, 2)}\n`);

/** By itself, so that nobody holds the contract while what follows is written. */
async function contractEntry({ fileStore }: EvidenceDependencies, fileId: string): Promise<ZipEntry> {
  const content = await fileStore.read(fileId);
  if (!content) {
    throw new Error('the contract is gone');
  }
  return { path: 'contract.pdf', content };
}

/** The authority's key is in none of it: certificates, signature and time stamp, as they stand in the contract. */
function* signatureEntries({ cms, pem, rootPem, timestamp }: ContractSignatureParts): Generator<ZipEntry> {
  yield { path: 'signature.p7s', content: cms };
  yield textEntry('signer-chain.pem', pem);
  if (rootPem) {
    yield textEntry('root.pem', rootPem);
  }
  if (timestamp) {
    yield { path: 'timestamp.tst', content: timestamp.token };
    yield textEntry('timestamp-chain.pem', timestamp.pem);
    if (timestamp.rootPem) {
      yield textEntry('timestamp-root.pem', timestamp.rootPem);
    }
  }
}

/** Each is read when the one before it has been written. @throws Error when the contract is gone meanwhile */
export async function* evidenceEntries(needs: EvidenceDependencies, sealed: SealedEvidence): AsyncGenerator<ZipEntry> {
  const { auditEntries, auditAnchors, contractMaker, cipher } = needs;
  const { order, text, parts, sealedAt } = sealed;
  const details = readAgreedDetails(cipher, order);
  const signature = await signatureOf(needs, order);
  const isWritingKnown = Boolean(signature?.writing);
  yield textEntry('CHECK.md', checkGuide({ ...sealed, hasDetails: details !== null, isWritingKnown }));
  yield await contractEntry(needs, sealed.fileId);
  yield textEntry('text.json', contractMaker.canonicalText(text));
  yield textEntry('text.txt', readableText(text, details && contractMaker.inWords(text, details)));
  if (details) {
    yield textEntry('details.json', contractMaker.canonicalDetails(details));
  }
  yield jsonEntry('consent.json', consentOf(cipher, order));
  yield jsonEntry('identity.json', await identityOf(needs, order));
  yield jsonEntry('photos.json', await photosOf(needs, order));
  yield jsonEntry('signature.json', signature);
  yield* signatureEntries(parts);
  const end = await mongoChainStore(auditEntries).readEnd();
  const piece = { auditEntries, orderId: order._id.toHexString(), accountId: order.accountId, until: end.seq };
  yield { path: 'audit.jsonl', content: hashedTexts(piece) };
  yield { path: 'audit.hashes', content: keptHashes(piece) };
  yield { path: 'audit-others.jsonl', content: actsOfOthers(piece) };
  yield jsonEntry('audit-anchor.json', await anchorsOf(auditAnchors, { end, sealedAt }));
}
