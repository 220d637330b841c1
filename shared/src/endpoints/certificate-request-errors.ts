/** Why a certificate request (PKCS#10) is not taken, whoever hands it in: the holder or the desk. */
export const CERTIFICATE_REQUEST_ERRORS = [
  'certificates.request_unreadable',
  'certificates.proof_failed',
  'certificates.key_weak',
  'certificates.key_compromised',
  'certificates.key_used',
  'refunds.waiting',
  'certificates.origin_ended',
  'certificates.algorithm_not_offered',
  'certificates.already_requested',
] as const;
