import type { CertificateAuthorityHealth, CertificateOrder, RevocationReason } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';
import { createStatusResponder } from './answer-status-request';
import { findIssued, issueCertificate } from './issue-certificate';
import type { LocalAuthority } from './local-authority';
import { type Refusal, refused } from './refuse';
import { createRevocationLists } from './revocation-lists';
import { releaseCertificate, revokeCertificate, statusOf } from './revoke-certificate';

/** One call of the port. The clock is the caller's. */
export interface ThreadCall<Arguments extends readonly unknown[]> {
  readonly args: Arguments;
  readonly now: Date;
}
export type ThreadAnswer = { readonly value: unknown } | { readonly refusal: Refusal };

type Work = (args: never, now: Date) => Promise<unknown>;

/** Errors of the driver and of tokens are silence for the caller; their texts stay here, for they may quote addresses. */
const refusalOf = (error: unknown): Refusal =>
  error instanceof PortError
    ? { failure: error.failure, vendorCode: error.vendorCode }
    : { failure: 'unavailable', vendorCode: error instanceof Error ? error.name : 'unknown' };

export const answering =
  (work: Work) =>
  async ({ args, now }: ThreadCall<never>): Promise<ThreadAnswer> => {
    try {
      return { value: await work(args, now) };
    } catch (error) {
      return { refusal: refusalOf(error) };
    }
  };

function healthOf({ authorities, store }: LocalAuthority): Work {
  const certificates = authorities.flatMap(({ chain, responder }) => [...chain, responder.certificate]);
  const chainNotAfter = new Date(Math.min(...certificates.map(({ notAfter }) => notAfter.getTime())));
  return async (_args, now): Promise<CertificateAuthorityHealth> => {
    await store.ping();
    return { ready: now < chainNotAfter, chainNotAfter };
  };
}

/** The calls of the port, by name. */
export function methodsOf(local: LocalAuthority): Record<string, Work> {
  const lists = createRevocationLists(local.store);
  const responder = createStatusResponder(local);
  return {
    issue: ([order]: [CertificateOrder], now) => issueCertificate(local, order, now),
    findByKey: ([key]: [string], now) => findIssued(local, key, now),
    revoke: ([serialNumber, reason]: [string, RevocationReason], now) =>
      revokeCertificate(local, serialNumber, reason, now),
    release: ([serialNumber]: [string]) => releaseCertificate(local, serialNumber),
    status: ([serialNumber]: [string]) => statusOf(local, serialNumber),
    async revocationList([keyId]: [string?], now) {
      const authority = local.authorities.find((one) => keyId === undefined || one.keyId === keyId);
      if (!authority) {
        throw refused('unknown_authority');
      }
      return lists.current(authority, now);
    },
    answerStatusRequest: ([requestDer]: [Uint8Array], now) => responder.answer(requestDer, now),
    health: healthOf(local),
  };
}
