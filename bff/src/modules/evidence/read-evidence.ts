import { Readable } from 'node:stream';
import { AppError } from '@acceptance/shared';
import type { StreamedResult } from '../../http/request-context';
import { zipStream } from '../../http/zip-stream';
import { keptText } from '../contracts';
import type { OrderRecord } from '../orders';
import { type EvidenceDependencies, evidenceEntries } from './evidence-entries';
import { withManifest } from './with-manifest';

const MANIFEST = 'manifest.sha256';

/**
 * The evidence of an order's sealed contract as a ZIP, written entry by entry while it is fetched. What must not be missing is
 * looked for before the first byte. @throws AppError contracts.not_ready
 */
export async function readEvidence(
  needs: EvidenceDependencies,
  order: OrderRecord,
  now: Date,
): Promise<StreamedResult> {
  const { contract } = order;
  const { state, fileId, sealedAt, consent } = contract;
  const isSealed = state === 'sealed' || state === 'acknowledged';
  const pdf = isSealed && fileId ? await needs.fileStore.read(fileId) : null;
  const text = consent && (await keptText(needs.contractTexts, consent.textSha256));
  if (!pdf || !fileId || !sealedAt || !text) {
    throw new AppError('contracts.not_ready');
  }
  const parts = needs.contractMaker.signaturePartsOf(pdf);
  const sealed = { order, text, fileId, sealedAt, parts, madeAt: now };
  const entries = withManifest(evidenceEntries(needs, sealed), MANIFEST);
  return { bytes: Readable.from(zipStream(entries, now)), mediaType: 'application/zip' };
}
