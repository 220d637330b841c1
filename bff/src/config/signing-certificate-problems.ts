import type { X509Certificate } from 'node:crypto';
import { mayBeUsedToSign, namesOf } from './certificate-fields';
import { certificatesOfPem, orNull, privateKeyOfPem } from './read-pem-material';

const CHAIN = 'CONTRACT_SIGNER_CHAIN_FILE';
const CONTRACT_SIGNER = { chain: CHAIN, key: 'CONTRACT_SIGNER_KEY_FILE' } as const;

/** How scripts/trial-ca names its authorities (…试用根证书, …试用签发机构) and the demo its fictitious company. */
const TRIAL_NAME = /试用(?:根证书|签发机构)|[（(]演示[）)]/;

export interface SigningFiles {
  readonly chainPem: string;
  readonly keyPem: string;
}

/** Names of the settings that the files are from. */
export interface SigningSettings {
  readonly chain: string;
  readonly key: string;
}

/**
 * What no start may have, not even one of the demo: files that cannot be read, a key that is another certificate's.
 * An empty text is a file that was not there, which has been said already.
 */
export function signingMaterialProblems(
  { chainPem, keyPem }: SigningFiles,
  { chain, key: keySetting }: SigningSettings = CONTRACT_SIGNER,
): string[] {
  const problems: string[] = [];
  const [leaf] = orNull(() => certificatesOfPem(chainPem)) ?? [];
  const key = privateKeyOfPem(keyPem);
  if (chainPem && !leaf) {
    problems.push(`${chain}: holds no certificate, or one that cannot be read`);
  }
  if (keyPem && !key) {
    problems.push(`${keySetting}: holds no private key, or one that cannot be read or is under a passphrase`);
  }
  if (leaf && key && !orNull(() => leaf.checkPrivateKey(key))) {
    problems.push(`${keySetting}: does not belong to the first certificate of ${chain}`);
  }
  return problems;
}

/** OpenSSL's name check alone would take any authority of the same name. */
const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  orNull(() => issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) ?? false;

const isOfTrial = (certificate: X509Certificate): boolean =>
  [...namesOf(certificate, 'subject'), ...namesOf(certificate, 'issuer')].some((name) => TRIAL_NAME.test(name));

/** Whether one of the certificates comes from scripts/trial-ca. False for what cannot be read. */
export const isChainOfTrial = (chainPem: string): boolean =>
  (orNull(() => certificatesOfPem(chainPem)) ?? []).some(isOfTrial);

function validityProblems(certificate: X509Certificate, what: string, now: Date, setting: string = CHAIN): string[] {
  if (now < new Date(certificate.validFrom)) {
    return [`${setting}: ${what} is not valid yet`];
  }
  return now > new Date(certificate.validTo) ? [`${setting}: ${what} has expired`] : [];
}

/** Certificates of a chain that are not valid at the time; none for what cannot be read. */
export const chainDateProblems = (
  setting: string,
  chainPem: string,
  now: Date,
  first = 'the issuing certificate',
): string[] =>
  (orNull(() => certificatesOfPem(chainPem)) ?? []).flatMap((certificate, index) =>
    validityProblems(certificate, index === 0 ? first : 'an issuer above it', now, setting),
  );

/**
 * What a production start must refuse of a chain that can be read: contracts signed with it would be worthless, or
 * shown as invalid by every reader. A chain that cannot be read is the subject of `signingMaterialProblems`.
 */
export function signingCertificateProblems(chainPem: string, authorityName: string | undefined, now: Date): string[] {
  const [leaf, ...authorities] = orNull(() => certificatesOfPem(chainPem)) ?? [];
  if (!leaf) {
    return [];
  }
  const problems = [leaf, ...authorities].some(isOfTrial)
    ? [`${CHAIN}: this is a certificate of the trial CA; production needs your own`]
    : [];
  problems.push(...validityProblems(leaf, 'the signing certificate', now));
  for (const authority of authorities) {
    problems.push(...validityProblems(authority, 'an issuer of the signing certificate', now));
  }
  if (!authorities.some((authority) => isIssuedBy(leaf, authority))) {
    problems.push(`${CHAIN}: the issuer of the signing certificate must follow it in the file`);
  }
  if (!orNull(() => mayBeUsedToSign(leaf))) {
    problems.push(`${CHAIN}: the signing certificate needs the key usage digitalSignature or nonRepudiation`);
  }
  if (authorityName !== undefined && !namesOf(leaf, 'subject').includes(authorityName)) {
    problems.push(`${CHAIN}: neither O nor CN of the signing certificate is AUTHORITY_NAME`);
  }
  return problems;
}
