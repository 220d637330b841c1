import { areEqual } from '../der/read-values';
import { sequence, time } from '../der/write-der';
import { familyOf, signatureAlgorithmOf } from '../keys/signature-algorithms';
import { oids } from '../oids';
import type { LintContext, ReadTbsCertificate } from './certificate-types';
import { subjectRules } from './lint-subject';
import { readTbsCertificate } from './read-certificate';
import { extendedKeyUsageOids } from './usage-names';
import { keyIdentifierOf } from './write-extensions';

type Rule = (tbs: ReadTbsCertificate, context: LintContext) => boolean;

const find = (tbs: ReadTbsCertificate, oid: string) => tbs.extensions.find((extension) => extension.oid === oid);
const has = (tbs: ReadTbsCertificate, usage: string): boolean => tbs.keyUsages?.some((name) => name === usage) ?? false;
const signsOcsp = (tbs: ReadTbsCertificate): boolean =>
  tbs.extendedKeyUsages?.includes(extendedKeyUsageOids.ocspSigning) ?? false;
const isUnequal = (one: Uint8Array | null, other: Uint8Array): boolean => one === null || !areEqual(one, other);

/** Each says whether a certificate breaks it. Sections are those of RFC 5280 where nothing else stands. */
const rules = {
  version_not_3: (tbs) => tbs.version !== 3,
  // 4.1.2.2; BR 7.1 for the 64 bits
  serial_too_short: (tbs) => tbs.serialNumber.length <= 16,
  serial_too_long: (tbs) => BigInt(`0x${tbs.serialNumber}`) >= 1n << 159n,
  signature_algorithm_not_the_issuers: (tbs, { signatureAlgorithm }) =>
    isUnequal(tbs.signatureAlgorithmDer, signatureAlgorithmOf(signatureAlgorithm)),
  // 4.1.2.4 and 6.1: chains are found by comparing names
  issuer_name_differs: (tbs, { issuer }) => isUnequal(tbs.issuerDer, (issuer ?? tbs).subjectDer),
  issuer_not_an_authority: (_, { issuer }) => issuer !== null && (!issuer.authority || !mayCertify(issuer)),
  issuer_path_length_used_up: (tbs, { issuer }) => tbs.authority !== null && issuer?.authority?.pathLength === 0,
  // 4.1.2.5
  validity_reversed: (tbs) => tbs.notBefore >= tbs.notAfter,
  validity_beyond_the_issuers: (tbs, { issuer }) =>
    issuer !== null && (tbs.notBefore < issuer.notBefore || tbs.notAfter > issuer.notAfter),
  validity_wrong_encoding: (tbs) =>
    !Buffer.from(tbs.tbsDer).includes(sequence(time(tbs.notBefore), time(tbs.notAfter))),
  key_is_the_issuers: (tbs, { issuer }) => issuer !== null && areEqual(tbs.publicKey.keyBits, issuer.publicKey.keyBits),
  // 4.2.1.3; RFC 8813 for ECDSA; GM/T 0015 has SM2 keys that encipher
  key_usage_missing: (tbs) => (tbs.keyUsages ?? []).length === 0,
  key_usage_not_critical: (tbs) => find(tbs, oids.keyUsage)?.critical === false,
  key_usage_not_of_the_algorithm: (tbs) => {
    const family = familyOf(tbs.publicKey.algorithm);
    if (family === 'rsa') return has(tbs, 'keyAgreement');
    return family === 'ecdsa' && (has(tbs, 'keyEncipherment') || has(tbs, 'dataEncipherment'));
  },
  cipher_only_without_key_agreement: (tbs) =>
    (has(tbs, 'encipherOnly') || has(tbs, 'decipherOnly')) && !has(tbs, 'keyAgreement'),
  // 4.2.1.9
  certifies_without_being_an_authority: (tbs) => has(tbs, 'keyCertSign') && !tbs.authority,
  authority_that_must_not_certify: (tbs) => tbs.authority !== null && !has(tbs, 'keyCertSign'),
  basic_constraints_not_critical: (tbs) => tbs.authority !== null && !find(tbs, oids.basicConstraints)?.critical,
  self_signed_without_being_an_authority: (tbs, { issuer }) => issuer === null && !tbs.authority,
  // 4.2.1.1, 4.2.1.2
  subject_key_identifier_wrong: (tbs) => isUnequal(tbs.subjectKeyIdentifier, keyIdentifierOf(tbs.publicKey.keyBits)),
  authority_key_identifier_wrong: (tbs, { issuer }) =>
    issuer !== null &&
    isUnequal(tbs.authorityKeyIdentifier, issuer.subjectKeyIdentifier ?? keyIdentifierOf(issuer.publicKey.keyBits)),
  extended_key_usage_repeated: (tbs) => new Set(tbs.extendedKeyUsages).size !== (tbs.extendedKeyUsages ?? []).length,
  policy_repeated: (tbs) => new Set(tbs.policies.map(({ oid }) => oid)).size !== tbs.policies.length,
  // RFC 6960, 4.2.2.2: a responder's certificate signs answers and nothing else, and asks for none about itself
  ocsp_signing_without_no_check: (tbs) => signsOcsp(tbs) && !find(tbs, oids.ocspNoCheck),
  ocsp_no_check_without_ocsp_signing: (tbs) => find(tbs, oids.ocspNoCheck) !== undefined && !signsOcsp(tbs),
  ocsp_signing_with_other_usages: (tbs) => signsOcsp(tbs) && tbs.extendedKeyUsages?.length !== 1,
  // Nobody could learn that it was revoked
  revocation_address_missing: (tbs, { issuer }) =>
    issuer !== null && tbs.crlUrls.length + tbs.ocspUrls.length === 0 && !find(tbs, oids.ocspNoCheck),
  // 8: https would ask for the status of the certificate of whoever tells the status
  address_not_http: (tbs) => [...tbs.crlUrls, ...tbs.ocspUrls, ...tbs.issuerUrls].some((url) => !isPlainHttp(url)),
  critical_extension_unexpected: (tbs) =>
    tbs.extensions.some(({ critical, oid }) => critical && oid !== oids.keyUsage && oid !== oids.basicConstraints),
} as const satisfies Record<string, Rule>;

export type LintFinding = keyof typeof rules | keyof typeof subjectRules;

/** All findings that there are, for whoever shows them in words. */
export const lintFindings = [...Object.keys(rules), ...Object.keys(subjectRules)] as LintFinding[];

/**
 * Reads a TBSCertificate as anybody would and names the rules that it breaks; none for a good one.
 * @throws PkiError when it cannot be read at all, or has a key that `readPublicKey` refuses
 */
export function lint(tbsCertificateDer: Uint8Array, context: LintContext): LintFinding[] {
  const tbs = readTbsCertificate(tbsCertificateDer);
  const entries = Object.entries as <K extends string, V>(record: Readonly<Record<K, V>>) => [K, V][];
  return [
    ...entries<keyof typeof rules, Rule>(rules).flatMap(([name, isBroken]) => (isBroken(tbs, context) ? [name] : [])),
    ...entries(subjectRules).flatMap(([name, isBroken]) => (isBroken(tbs.subject) ? [name] : [])),
  ];
}

const mayCertify = (issuer: ReadTbsCertificate): boolean => !issuer.keyUsages || has(issuer, 'keyCertSign');

function isPlainHttp(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'http:';
}
