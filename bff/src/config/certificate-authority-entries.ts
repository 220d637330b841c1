import * as v from 'valibot';
import { ejbcaEntries } from './ejbca-entries';

/** May be left out: whether it must be there depends on the authority; see local-ca-problems.ts. */
const whereNeeded = (pattern: RegExp, problem: string, description: string) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.check((value) => value === '' || pattern.test(value), problem),
    v.description(description),
  );
const text = (description: string) => v.pipe(v.optional(v.string(), ''), v.description(description));

const KEY_LOCATION = 'PEM or PKCS#12 file, or a token: pkcs11:token=…;object=…?module-path=… (RFC 7512, without PIN)';
const PASSPHRASE = 'passphrase of that file, or PIN of the token; empty: none';

/** Who issues certificates, and what each choice needs for it. */
export const certificateAuthorityEntries = {
  CERTIFICATE_AUTHORITY: v.pipe(
    v.picklist(['local-ca', 'ejbca'], 'must be local-ca or ejbca'),
    v.description(
      'who issues certificates; local-ca: an issuing authority of our own, for trials and small authorities; ejbca: EJBCA, see EJBCA_URL',
    ),
  ),
  COMPROMISED_KEYS_FILE: text(
    'text file of keys that get no certificate, one a line: SHA-256 of SubjectPublicKeyInfo in hexadecimal, # begins a remark; read at the start; empty: none',
  ),
  LOCAL_CA_MONGODB_URI: whereNeeded(
    /^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/,
    'must start with mongodb:// or mongodb+srv:// and name a database',
    'database of the local authority, under a role of its own that the role of MONGODB_URI is not',
  ),
  LOCAL_CA_STATUS_URL: whereNeeded(
    /^http:\/\/[^\s?#]+[^\s?#/]$/,
    'must be an http address without query, not https, without a slash at its end',
    'address below which the public reaches /crl and /ocsp, written into certificates: http://…/api',
  ),
  LOCAL_CA_POLICY_ARC: whereNeeded(
    /^[012](\.\d+){2,}$/,
    'must be an OID in dotted form',
    'OID under which the policies of the certificate profiles are numbered',
  ),
  LOCAL_CA_CPS_URL: whereNeeded(
    /^https?:\/\/\S+$/,
    'not a URL',
    'where the certification practice statement is published',
  ),
  LOCAL_CA_CHAIN_FILE: text('PEM file: issuing certificate for RSA and ECDSA keys, then its issuers up to the root'),
  LOCAL_CA_KEY: text(`its key: ${KEY_LOCATION}`),
  LOCAL_CA_KEY_PASSPHRASE: text(PASSPHRASE),
  LOCAL_CA_OCSP_CERTIFICATE_FILE: text(
    'PEM file: certificate, by that issuer, of the key that answers status requests',
  ),
  LOCAL_CA_OCSP_KEY: text('its key, as above'),
  LOCAL_CA_OCSP_KEY_PASSPHRASE: text(PASSPHRASE),
  LOCAL_CA_SM2_CHAIN_FILE: text(
    'PEM file: issuing certificate for SM2 keys, then its issuers up to the root; empty: no SM2',
  ),
  LOCAL_CA_SM2_KEY: text('its key; SM2 in a file only'),
  LOCAL_CA_SM2_KEY_PASSPHRASE: text(PASSPHRASE),
  LOCAL_CA_SM2_OCSP_CERTIFICATE_FILE: text('PEM file: certificate of the SM2 key that answers status requests'),
  LOCAL_CA_SM2_OCSP_KEY: text('its key'),
  LOCAL_CA_SM2_OCSP_KEY_PASSPHRASE: text(PASSPHRASE),
  ...ejbcaEntries,
};
