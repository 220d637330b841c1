import { membersOf, readDer } from '../der/read-der';
import { insideOf, oidOf } from '../der/read-values';
import { explicit, generalizedTime, integer, nothing, sequence, time } from '../der/write-der';
import { buildCertificate, type LintFinding, lint, lintFindings, readCertificate, type SigningKey } from '../index';
import { attributeRules } from '../names/distinguished-name';
import { oids } from '../oids';
import {
  contentFor,
  createSampleAuthority,
  holderProfile,
  newKey,
  noon,
  type SampleAuthority,
} from '../testing/sample-authority';
import { encodeTbsCertificate } from './build-certificate';
import type { CertificateContent, CertificateProfile, LintContext } from './certificate-types';
import { extension } from './write-extensions';

let authority: SampleAuthority;
let keys: { ecdsa: SigningKey; rsa: SigningKey; sm2: SigningKey };

beforeAll(async () => {
  authority = await createSampleAuthority('ecdsa-p256');
  keys = { ecdsa: await newKey('ecdsa-p256'), rsa: await newKey('rsa-2048'), sm2: await newKey('sm2') };
});

const context = (changes: Partial<LintContext> = {}): LintContext => ({
  issuer: authority.issuing.certificate,
  signatureAlgorithm: 'ecdsa-p256',
  ...changes,
});
const tbs = (changes: Partial<CertificateContent> = {}): Uint8Array =>
  encodeTbsCertificate(contentFor(keys.sm2, changes), 'ecdsa-p256', authority.issuing.certificate);
const withProfile = (changes: Partial<CertificateProfile>) => tbs({ profile: { ...holderProfile, ...changes } });
const named = (...subject: CertificateContent['subject'] & object[]) => tbs({ subject: subject as never });
const called = (value: string) => named({ type: 'commonName', value });

/** The fields of a TBSCertificate, one of them changed. */
function changed(der: Uint8Array, field: number, change: (old: Uint8Array) => Uint8Array): Uint8Array {
  return sequence(...membersOf(readDer(der)).map(({ whole }, index) => (index === field ? change(whole) : whole)));
}

/** The extensions, each as it was, changed, or left out. */
const extensionsChanged = (der: Uint8Array, change: (oid: string, content: Uint8Array) => Uint8Array | null) =>
  changed(der, 7, (list) => {
    const extensions = membersOf(insideOf(readDer(list))).map((old) => {
      const [oid, ...rest] = membersOf(old);
      return change(oidOf(oid!), rest.at(-1)!.content) ?? old.whole;
    });
    return explicit(3, sequence(...extensions));
  });

const replacing =
  (oid: string, write: (content: Uint8Array) => Uint8Array) => (candidate: string, content: Uint8Array) =>
    candidate === oid ? write(content) : null;
const authorityProfile = { authority: { pathLength: null }, keyUsages: ['keyCertSign'] } as const;

/** One certificate for each finding that there is. */
const bad: Record<LintFinding, () => [der: Uint8Array, context?: LintContext]> = {
  version_not_3: () => [changed(tbs(), 0, () => explicit(0, integer(1)))],
  serial_too_short: () => [tbs({ serialNumber: '7FFFFFFFFFFFFFFF' })],
  serial_too_long: () => [tbs({ serialNumber: 'FF'.repeat(20) })],
  signature_algorithm_not_the_issuers: () => [tbs(), context({ signatureAlgorithm: 'rsa-3072' })],
  issuer_name_differs: () => [tbs(), context({ issuer: authority.root.certificate })],
  issuer_not_an_authority: () => [tbs(), context({ issuer: { ...authority.issuing.certificate, authority: null } })],
  issuer_path_length_used_up: () => [withProfile(authorityProfile)],
  validity_reversed: () => [tbs({ notAfter: noon })],
  validity_beyond_the_issuers: () => [tbs({ notAfter: new Date('2099-01-01T00:00:00Z') })],
  validity_wrong_encoding: () => [
    changed(tbs(), 4, () => sequence(generalizedTime(noon), time(new Date('2027-01-01T00:00:00Z')))),
  ],
  key_is_the_issuers: () => [tbs({ publicKeyInfoDer: authority.issuing.key.publicKeyInfoDer })],
  key_usage_missing: () => [withProfile({ keyUsages: [] })],
  key_usage_not_critical: () => [
    extensionsChanged(
      tbs(),
      replacing(oids.keyUsage, (content) => extension(oids.keyUsage, false, content)),
    ),
  ],
  key_usage_not_of_the_algorithm: () => [
    tbs({
      publicKeyInfoDer: keys.ecdsa.publicKeyInfoDer,
      profile: { ...holderProfile, keyUsages: ['keyEncipherment'] },
    }),
  ],
  cipher_only_without_key_agreement: () => [withProfile({ keyUsages: ['encipherOnly'] })],
  certifies_without_being_an_authority: () => [withProfile({ keyUsages: ['keyCertSign'] })],
  authority_that_must_not_certify: () => [withProfile({ ...authorityProfile, keyUsages: ['cRLSign'] })],
  basic_constraints_not_critical: () => [
    extensionsChanged(
      withProfile(authorityProfile),
      replacing(oids.basicConstraints, (content) => extension(oids.basicConstraints, false, content)),
    ),
  ],
  self_signed_without_being_an_authority: () => [tbs(), context({ issuer: null })],
  subject_key_identifier_wrong: () => [
    extensionsChanged(
      tbs(),
      replacing(oids.subjectKeyIdentifier, () => extension('1.2.3', false, nothing())),
    ),
  ],
  authority_key_identifier_wrong: () => [
    extensionsChanged(
      tbs(),
      replacing(oids.authorityKeyIdentifier, () => extension('1.2.3', false, nothing())),
    ),
  ],
  extended_key_usage_repeated: () => [withProfile({ extendedKeyUsages: ['clientAuth', '1.3.6.1.5.5.7.3.2'] })],
  policy_repeated: () => [withProfile({ policies: [{ oid: '1.2.3' }, { oid: '1.2.3' }] })],
  ocsp_signing_without_no_check: () => [withProfile({ extendedKeyUsages: ['ocspSigning'] })],
  ocsp_no_check_without_ocsp_signing: () => [withProfile({ ocspNoCheck: true })],
  ocsp_signing_with_other_usages: () => [
    withProfile({ extendedKeyUsages: ['ocspSigning', 'clientAuth'], ocspNoCheck: true }),
  ],
  revocation_address_missing: () => [withProfile({ crlUrls: [], ocspUrls: [] })],
  address_not_http: () => [withProfile({ ocspUrls: ['https://ocsp.example.cn'] })],
  critical_extension_unexpected: () => [
    extensionsChanged(
      tbs(),
      replacing(oids.certificatePolicies, (content) => extension(oids.certificatePolicies, true, content)),
    ),
  ],
  subject_without_common_name: () => [named({ type: 'organizationName', value: '某公司' })],
  subject_attribute_unknown: () => [
    // 2.5.4.3 made 2.5.4.4, a surname
    changed(called('张三'), 5, (name) =>
      Buffer.from(Buffer.from(name).toString('hex').replace('0603550403', '0603550404'), 'hex'),
    ),
  ],
  subject_attribute_repeated: () => [
    named({ type: 'commonName', value: '张三' }, { type: 'commonName', value: '李四' }),
  ],
  subject_value_empty: () => [called('　')],
  subject_value_with_outer_space: () => [called('张三 ')],
  subject_value_with_control_character: () => [called('张\u202e三')],
  subject_value_not_normalized: () => [called('Jose\u0301')],
  subject_value_too_long: () => [called('司'.repeat(65))],
  subject_wrong_encoding: () => [
    changed(called('abc'), 5, (name) =>
      Buffer.from(Buffer.from(name).toString('hex').replace('0c03616263', '1303616263'), 'hex'),
    ),
  ],
  subject_country_not_a_code: () => [
    named({ type: 'countryName', value: 'cn' }, { type: 'commonName', value: '张三' }),
  ],
};

describe('the lint', () => {
  test('finds nothing in what profiles of ours make, for keys of every kind', () => {
    for (const { publicKeyInfoDer } of Object.values(keys))
      expect(lint(tbs({ publicKeyInfoDer }), context())).toEqual([]);
  });

  test.each(Object.entries(bad))('finds %s', (finding, make) => {
    const [der, given] = make();
    expect(lint(der, given ?? context())).toContain(finding);
  });

  test('has a certificate above for each finding that it knows', () => {
    expect(Object.keys(bad).sort()).toEqual([...lintFindings].sort());
  });

  test('counts characters, so that 64 rare ones of two units each are not too long', () => {
    expect(lint(called('𠮷'.repeat(attributeRules.commonName.longest)), context())).toEqual([]);
  });

  test('is asked before anything is signed', async () => {
    let signatures = 0;
    const key: SigningKey = {
      ...authority.issuing.key,
      sign: (message) => {
        signatures += 1;
        return authority.issuing.key.sign(message);
      },
    };
    const issuer = { key, certificate: authority.issuing.certificate };
    const content = contentFor(keys.sm2, { subject: [{ type: 'commonName', value: '司'.repeat(70) }] });
    await expect(buildCertificate(issuer, content)).rejects.toMatchObject({
      code: 'lint',
      findings: ['subject_value_too_long'],
    });
    expect(signatures).toBe(0);
    expect(readCertificate(await buildCertificate(issuer, contentFor(keys.sm2))).version).toBe(3);
    expect(signatures).toBe(1);
  });

  test('is followed by a look at the signature: what a token made with another key does not leave', async () => {
    const key = { ...authority.issuing.key, sign: keys.ecdsa.sign };
    await expect(
      buildCertificate({ key, certificate: authority.issuing.certificate }, contentFor(keys.sm2)),
    ).rejects.toMatchObject({ code: 'wrong_signature' });
  });

  test('is not asked about what cannot be encoded', async () => {
    for (const changes of [
      { subject: [] },
      { subject: [{ type: 'commonName', value: '' }] },
      { subject: [{ type: 'serialNumber', value: '统一社会信用代码' }] },
      { serialNumber: 'not a number' },
      { notAfter: new Date(Number.NaN) },
      { profile: { ...holderProfile, extendedKeyUsages: ['1.60.2'] } },
      { profile: { ...holderProfile, crlUrls: ['http://网站.example.cn'] } },
      { alternativeNames: [{ type: 'ip', value: 'localhost' }] },
    ] as Partial<CertificateContent>[]) {
      await expect(buildCertificate(authority.issuing, contentFor(keys.sm2, changes))).rejects.toMatchObject({
        code: 'invalid_input',
      });
    }
  });
});
