import { PortError, type PortFailure } from '../../ports/port-error';

const PORT = 'certificate-authority';

/** Our own words for what went wrong. */
export const failureOf = (failure: PortFailure, code: string): PortError => new PortError(PORT, failure, code);
export const rejected = (code: string): PortError => failureOf('rejected', code);

/** An answer that is not what EJBCA's source says: what was asked for may have been done all the same. */
export const unexpectedAnswer = (): PortError => failureOf('unavailable', 'UNEXPECTED-ANSWER');

/** Codes of node and OpenSSL that say: one side does not accept the other's certificate. Nothing was sent then. */
const REFUSED_CERTIFICATE =
  /^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

/** No answer came. The original error is dropped: it may hold the request. */
export function connectionFailure(code: string): PortError {
  return failureOf(REFUSED_CERTIFICATE.test(code) ? 'misconfigured' : 'unavailable', code);
}

/**
 * What EJBCA's sentences mean where its status does not say it: `pkcs10enroll` answers 400 for nearly everything
 * (CertificateRestResource.java), also while the CA is off-line. The sentences themselves quote names and stay here.
 */
const SENTENCES: readonly (readonly [sentence: RegExp, failure: PortFailure, code: string])[] = [
  [/off-?line|not active|inactive/i, 'unavailable', 'ca_offline'],
  [/approvals? (is|are) enabled/i, 'misconfigured', 'approval_required'],
  [/(profile|CA) (with|by) name .*(doesn't|does not) exist|unknown (CA|.*profile)/i, 'misconfigured', 'unknown_name'],
  [/not allowed to use (the )?same key|key already exists/i, 'rejected', 'key_reused'],
  [/not allowed to use (the )?same subject/i, 'misconfigured', 'unique_subject_enforced'],
];

const failureOfStatus = (status: number): PortFailure => {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'unavailable';
  // 202: it waits for an administrator. 3xx: another server. 401, 403: our certificate. 404: path, CA or profile.
  return [202, 401, 403, 404, 405].includes(status) || (status >= 300 && status < 400) ? 'misconfigured' : 'rejected';
};

/** @param sentence `error_message` of EJBCA's body; null where the answer is not EJBCA's own */
export function answerFailure(status: number, sentence: string | null): PortError {
  const known = sentence !== null && status < 500 && SENTENCES.find(([pattern]) => pattern.test(sentence));
  if (known) return failureOf(known[1], known[2]);
  if (status === 202) return failureOf('misconfigured', 'approval_required');
  const failure = failureOfStatus(status);
  // A refusal of EJBCA says why; a 4xx without its words came from somewhere in between.
  return failureOf(failure === 'rejected' && sentence === null ? 'unavailable' : failure, `HTTP ${status}`);
}
