import type { CertificateStatus, RevocationReason } from '../../ports/certificate-authority';
import { revocationStatusSchema, revokedSchema } from './ejbca-answers';
import { type EjbcaClient, failureOfAnswer, parseAnswer } from './ejbca-client';
import { rejected } from './ejbca-failure';
import type { IssuingAuthority } from './issuing-authority';

/** RevocationReasons.java. */
const EJBCA_REASONS: Readonly<Record<RevocationReason, string>> = {
  unspecified: 'UNSPECIFIED',
  keyCompromise: 'KEY_COMPROMISE',
  affiliationChanged: 'AFFILIATION_CHANGED',
  superseded: 'SUPERSEDED',
  cessationOfOperation: 'CESSATION_OF_OPERATION',
  certificateHold: 'CERTIFICATE_HOLD',
  privilegeWithdrawn: 'PRIVILEGES_WITHDRAWN',
};
const OUR_REASONS = new Map(Object.entries(EJBCA_REASONS).map(([ours, theirs]) => [theirs, ours as RevocationReason]));

/** The sentence of a certificate that is not theirs; a CA that is not there has the same status (404). */
const NO_SUCH_CERTIFICATE = /^Certificate with serial number /;
const CONFLICT = 409;

/** What we have no word for (CA_COMPROMISE, AA_COMPROMISE, set by an administrator) is revoked all the same. */
const reasonOf = (theirs: string): RevocationReason => OUR_REASONS.get(theirs) ?? 'unspecified';

/**
 * Whether a revocation says more than what is there: anything ends a hold, and a compromised key outweighs every other
 * reason. The second is refused (409) unless the CA is set to let reasons change; the certificate is revoked either way.
 */
const isToBeWritten = (before: CertificateStatus, reason: RevocationReason): boolean =>
  before.state !== 'revoked' ||
  (before.reason !== reason && (before.reason === 'certificateHold' || reason === 'keyCompromise'));

export function createRevocation(client: EjbcaClient, authority: IssuingAuthority) {
  const pathOf = async (serialNumber: string): Promise<string> =>
    `/v1/certificate/${await authority.encodedDn()}/${encodeURIComponent(serialNumber)}`;

  async function status(serialNumber: string): Promise<CertificateStatus> {
    const answer = await client.ask({ method: 'GET', path: `${await pathOf(serialNumber)}/revocationstatus` });
    if (answer.status === 404 && NO_SUCH_CERTIFICATE.test(answer.sentence ?? '')) return { state: 'unknown' };
    const status = parseAnswer(answer, revocationStatusSchema);
    return status.revoked
      ? { state: 'revoked', reason: reasonOf(status.revocation_reason), at: status.revocation_date }
      : { state: 'good' };
  }

  /** @returns false when somebody was faster (409, AlreadyRevokedException) */
  async function write(serialNumber: string, reason: string): Promise<boolean> {
    const answer = await client.ask({ method: 'PUT', path: `${await pathOf(serialNumber)}/revoke?reason=${reason}` });
    if (answer.status === CONFLICT && answer.sentence !== null) return false;
    if (answer.status === 404 && answer.sentence !== null) {
      // Known a moment ago: it is the CA or its profile that is gone.
      throw failureOfAnswer(answer);
    }
    parseAnswer(answer, revokedSchema);
    return true;
  }

  return {
    status,
    /** Asks first, so that what is over is not written again. */
    async revoke(serialNumber: string, reason: RevocationReason): Promise<void> {
      const before = await status(serialNumber);
      if (before.state === 'unknown') throw rejected('unknown_certificate');
      if (isToBeWritten(before, reason)) await write(serialNumber, EJBCA_REASONS[reason]);
    },
    async release(serialNumber: string): Promise<void> {
      const before = await status(serialNumber);
      if (before.state === 'unknown') throw rejected('unknown_certificate');
      const onHold = before.state === 'revoked' && before.reason === 'certificateHold';
      if (!onHold || !(await write(serialNumber, 'REMOVE_FROM_CRL'))) throw rejected('not_on_hold');
    },
  };
}
