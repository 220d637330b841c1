import { join } from 'node:path';
import type { CertificateAuthority, CertificateKeyAlgorithm } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';
import { createServiceThread, ServiceThreadError } from '../../threads/service-thread';
import type { ThreadAnswer } from './authority-methods';
import { CERTIFICATE_PROFILES } from './certificate-profiles';
import type { LocalCaSettings } from './local-ca-settings';
import { PORT } from './refuse';

export interface LocalCaOptions {
  readonly settings: LocalCaSettings;
  readonly now: () => Date;
  /** Of one call; absent: 15 s. Opening keys and database, with the first one, does not count. */
  readonly deadline?: () => AbortSignal;
}

/** What the process knows of it besides the port. */
export interface LocalCertificateAuthority extends CertificateAuthority {
  readonly answerStatusRequest: NonNullable<CertificateAuthority['answerStatusRequest']>;
  close(): Promise<void>;
}

const LIMIT_MS = 15_000;
/** Status requests come in crowds; each is small and soon answered. */
const MAX_UNDER_WAY = 500;

/** Which algorithms the configured chains stand for is known before the thread has opened them. */
const algorithmsOf = ({ authorities }: LocalCaSettings): CertificateKeyAlgorithm[] => {
  const all = Object.values(CERTIFICATE_PROFILES).flatMap(({ algorithms }) => algorithms);
  const kinds = new Set(authorities.map(({ kind }) => kind));
  return [...new Set(all)].filter((one) => kinds.has(one === 'sm2' ? 'sm2' : 'rsa-or-ec'));
};

/**
 * An issuing authority of our own, for trials and small authorities. Its keys and its database connection are in a thread, which starts
 * with the first call: what answers requests of the public never has them in reach of a slip.
 */
export function createLocalCa({ settings, now, deadline }: LocalCaOptions): LocalCertificateAuthority {
  const thread = createServiceThread({
    workerFile: join(__dirname, 'local-ca-thread.ts'),
    data: { ...settings, startedAt: now() },
    maxUnderWay: MAX_UNDER_WAY,
    deadline: deadline ?? (() => AbortSignal.timeout(LIMIT_MS)),
  });

  async function ask<Value>(method: keyof CertificateAuthority, ...args: unknown[]): Promise<Value> {
    let answer: ThreadAnswer;
    try {
      answer = (await thread.call(method, { args, now: now() })) as ThreadAnswer;
    } catch (error) {
      throw error instanceof ServiceThreadError
        ? new PortError(PORT, 'unavailable', `thread-${error.failure}`, { cause: error })
        : error;
    }
    if ('refusal' in answer) {
      throw new PortError(PORT, answer.refusal.failure, answer.refusal.vendorCode);
    }
    return answer.value as Value;
  }

  return {
    abilities: { algorithms: algorithmsOf(settings), suspension: true },
    issue: (order) => ask('issue', order),
    findByKey: (idempotencyKey) => ask('findByKey', idempotencyKey),
    revoke: (serialNumber, reason) => ask('revoke', serialNumber, reason),
    release: (serialNumber) => ask('release', serialNumber),
    status: (serialNumber) => ask('status', serialNumber),
    revocationList: (authorityKeyId) => ask('revocationList', authorityKeyId),
    answerStatusRequest: (requestDer) => ask('answerStatusRequest', requestDer),
    health: () => ask('health'),
    close: () => thread.close(),
  };
}
