import {
  buildOcspResponse,
  isAskedOf,
  type OcspCertificateStatus,
  type OcspQuestion,
  type OcspRequest,
  ocspFailure,
  PkiError,
  readOcspRequest,
} from '../../pki';
import type { IssuedRecord } from './issued-record';
import type { IssuingAuthority } from './issuing-authority';
import type { LocalAuthority } from './local-authority';

/** How long an answer may be believed, and so how long an old one can be shown instead of a newer one. */
const VALID_MS = 60 * 60_000;
/** After so long a kept answer is signed anew. */
const KEPT_MS = 10 * 60_000;
const MAX_KEPT = 10_000;

export interface StatusResponder {
  /** The port's `answerStatusRequest`. @throws what the store and the key throw */
  answer(requestDer: Uint8Array, now: Date): Promise<Uint8Array>;
}

interface KeptAnswer {
  readonly status: OcspCertificateStatus;
  readonly der: Uint8Array;
  readonly madeAt: number;
}

function statusIn(record: IssuedRecord | null, authority: IssuingAuthority): OcspCertificateStatus {
  if (!record || record.authorityKeyId !== authority.keyId) {
    return { state: 'unknown' };
  }
  return record.revocation ? { state: 'revoked', ...record.revocation } : { state: 'good' };
}

const isSameStatus = (one: OcspCertificateStatus, other: OcspCertificateStatus): boolean =>
  one.state === 'revoked' && other.state === 'revoked'
    ? one.reason === other.reason && one.at.getTime() === other.at.getTime()
    : one.state === other.state;

function readOrNull(requestDer: Uint8Array): OcspRequest | null {
  try {
    return readOcspRequest(requestDer);
  } catch (error) {
    if (error instanceof PkiError) {
      return null;
    }
    throw error;
  }
}

/**
 * Answers from what is stored, so that a revocation shows in every process at once. What is kept is the signature: an answer without
 * nonce is sent again while the status is still the one that it tells.
 */
export function createStatusResponder({ authorities, store }: LocalAuthority): StatusResponder {
  const kept = new Map<string, KeptAnswer>();

  function keep(question: string, answer: KeptAnswer): void {
    kept.delete(question);
    kept.set(question, answer);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) {
      kept.delete(oldest);
    }
  }

  async function statusFor(question: OcspQuestion, authority: IssuingAuthority): Promise<OcspCertificateStatus> {
    return isAskedOf(authority.issuer.certificate, question)
      ? statusIn(await store.findBySerialNumber(question.serialNumber), authority)
      : { state: 'unknown' };
  }

  return {
    async answer(requestDer, now) {
      const request = readOrNull(requestDer);
      if (!request) {
        return ocspFailure('malformedRequest');
      }
      const { questions, nonce } = request;
      const authority = authorities.find(({ issuer }) => questions.some((one) => isAskedOf(issuer.certificate, one)));
      if (!authority) {
        return ocspFailure('unauthorized');
      }
      const statuses = await Promise.all(questions.map((question) => statusFor(question, authority)));
      const single = nonce === null && questions.length === 1 ? questions[0] : undefined;
      const name = single && Buffer.from(single.certIdDer).toString('base64');
      const known = name && kept.get(name);
      const [status] = statuses;
      if (known && status && isSameStatus(known.status, status)) {
        const age = now.getTime() - known.madeAt;
        if (age >= 0 && age < KEPT_MS) {
          return known.der;
        }
      }
      const nextUpdate = new Date(now.getTime() + VALID_MS);
      const answers = questions.map(({ certIdDer }, index) => ({
        certIdDer,
        status: statuses[index] ?? { state: 'unknown' as const },
        thisUpdate: now,
        nextUpdate,
      }));
      const der = await buildOcspResponse(authority.responder, { answers, producedAt: now, nonce });
      if (name && status) {
        keep(name, { status, der, madeAt: now.getTime() });
      }
      return der;
    },
  };
}
