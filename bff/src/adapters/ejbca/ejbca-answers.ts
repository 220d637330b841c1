import * as v from 'valibot';

/** Jackson writes `byte[]` as base64. */
const bytes = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9+/]+={0,2}$/),
  v.transform((text) => Buffer.from(text, 'base64')),
);

const DER_SEQUENCE = 0x30;
/**
 * `SearchCertificatesRestResponseV2` encodes the certificate itself before Jackson does it again; whoever mends that
 * one day answers it once.
 */
const searchedBytes = v.pipe(
  bytes,
  v.transform((once) => (once[0] === DER_SEQUENCE ? once : Buffer.from(once.toString('latin1'), 'base64'))),
);

/** `GET /v1/ca` (CaInfosRestResponse). */
export const authoritiesSchema = v.object({
  certificate_authorities: v.array(v.object({ name: v.string(), subject_dn: v.string() })),
});

/** `POST /v1/certificate/pkcs10enroll` with `include_chain` (CertificateRestResponse). */
export const enrolmentSchema = v.object({ certificate: bytes, certificate_chain: v.array(bytes) });

/** `POST /v2/certificate/search` (CertificateRestResponseV2), of which most is left out. Times are milliseconds. */
export const searchSchema = v.object({
  certificates: v.array(
    v.object({
      username: v.nullish(v.string()),
      base64Cert: searchedBytes,
      /** −1: not revoked. */
      revocationReason: v.number(),
      revocationDate: v.number(),
      // Spelt like that in EJBCA (ECA-11791).
      udpateTime: v.nullish(v.number(), 0),
    }),
  ),
});
export type FoundCertificate = v.InferOutput<typeof searchSchema>['certificates'][number];

const isoDate = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);

/** `GET /v1/certificate/{issuer}/{serial}/revocationstatus` (RevokeStatusRestResponse). */
export const revocationStatusSchema = v.variant('revoked', [
  v.object({ revoked: v.literal(false) }),
  v.object({ revoked: v.literal(true), revocation_reason: v.string(), revocation_date: isoDate }),
]);

/** `PUT …/revoke`: the same shape, without a date after the end of a hold. */
export const revokedSchema = v.object({ revoked: v.boolean() });

/** `GET /v1/ca/{issuer}/getLatestCrl` (CrlRestResponse). */
export const crlSchema = v.object({ crl: v.nullish(bytes) });
