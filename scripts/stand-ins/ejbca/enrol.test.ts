import { X509Certificate } from 'node:crypto';
import { handMadeCsr, newEcKey, newRsaKey, type TrialKey } from './testing/hand-made-csr';
import { useEjbca } from './testing/use-ejbca';

const world = useEjbca();
const { client, credentials } = world;

const wish = (changes: object = {}, key: TrialKey = newEcKey()) => ({
  certificate_request: handMadeCsr(key, { dn: 'CN=from the request,C=SE' }).toString('base64'),
  username: 'somebody',
  subject_dn: 'C=CN,O=示例,CN=张伟',
  ...changes,
});
const certificateOf = (json: { certificate: string }) => new X509Certificate(Buffer.from(json.certificate, 'base64'));

test('the subject is ours, in the order of the profile, and the term is the one that was asked for', async () => {
  const term = { start_time: '2026-11-28 02:00:00+00:00', end_time: '2027-11-28 23:59:59+08:00' };
  const { status, json } = await client.enrol(wish({ ...term, include_chain: true }));
  expect(status).toBe(201);
  const certificate = certificateOf(json);
  expect(certificate.subject).toBe('CN=张伟\nO=示例\nC=CN');
  expect(new Date(certificate.validFrom)).toEqual(new Date('2026-11-28T02:00:00Z'));
  expect(new Date(certificate.validTo)).toEqual(new Date('2027-11-28T15:59:59Z'));
  expect(json.serial_number).toBe(certificate.serialNumber);
  const [issuer, root] = json.certificate_chain.map((der: string) => new X509Certificate(Buffer.from(der, 'base64')));
  expect(certificate.verify(issuer.publicKey) && issuer.verify(root.publicKey)).toBe(true);
});

test('without a subject of ours the request is believed, and without a term the profile decides', async () => {
  const { json } = await client.enrol(wish({ subject_dn: undefined }));
  const certificate = certificateOf(json);
  expect(certificate.subject).toBe('CN=from the request\nC=SE');
  expect(new Date(certificate.validFrom)).toEqual(new Date('2026-11-28T01:50:00Z'));
  expect(json.certificate_chain).toBeUndefined();
});

test('characters that EJBCA forbids are replaced without a word, escaped ones are kept', async () => {
  const { json } = await client.enrol(wish({ subject_dn: 'CN=a;b?c\\, d \\+ e' }));
  expect(certificateOf(json).toLegacyObject().subject).toEqual({ CN: 'a/b/c, d + e' });
});

test.each([
  ['a request that is none', { certificate_request: 'bm90aGluZw==' }, 400, 'Invalid certificate request'],
  [
    'a request that another key has signed',
    { certificate_request: handMadeCsr(newEcKey(), { signedBy: newEcKey() }).toString('base64') },
    400,
    'POPO verification failed.',
  ],
  [
    'a short key',
    { certificate_request: handMadeCsr(newRsaKey(1024)).toString('base64') },
    400,
    'Illegal key: not among the profile’s',
  ],
  [
    'alternative names, which the profile has no field for',
    { certificate_request: handMadeCsr(newEcKey(), { dnsName: 'bank.example' }).toString('base64') },
    400,
    'Wrong number of DNSNAME fields in Subject Alternative Name.',
  ],
  ['an unknown CA', { certificate_authority_name: 'x' }, 400, 'CA with name "x" doesn\'t exist'],
  ['an unknown profile', { certificate_profile_name: 'x' }, 400, 'Certificate profile with name "x" doesn\'t exist'],
  [
    'an unknown end entity profile',
    { end_entity_profile_name: 'x' },
    404,
    'End entity profile of name "x" was not found',
  ],
  ['an unknown attribute', { subject_dn: 'XX=y' }, 400, 'Illegal subject: unknown or empty attribute XX'],
  ['two attributes in one', { subject_dn: 'CN=a+O=b' }, 400, 'Illegal subject: multi-valued'],
  ['a time without its zone', { start_time: '2026-11-28 02:00:00' }, 400, 'Invalid date format in StartTime.'],
  ['another format', { response_format: 'JKS' }, 400, 'Invalid input. Response format can only be DER or PKCS7'],
])('%s is refused in EJBCA’s words', async (_what, changes, status, sentence) => {
  expect(await client.enrol(wish(changes))).toMatchObject({
    status,
    json: { error_code: status, error_message: sentence },
  });
  expect(world.ejbca.certificates()).toEqual([]);
});

test('a known end entity is certified again for another key, and refused for the same', async () => {
  const key = newEcKey();
  expect((await client.enrol(wish({}, key))).status).toBe(201);
  expect((await client.enrol(wish({}, key))).json.error_message).toContain('same key');
  expect((await client.enrol(wish())).status).toBe(201);
  expect(world.ejbca.certificates('somebody')).toHaveLength(2);
});

test('the same key for another end entity is refused only where the CA is set to', async () => {
  const key = newEcKey();
  await client.enrol(wish({}, key));
  expect((await client.enrol(wish({ username: 'another' }, key))).status).toBe(201);
  world.ejbca.set({ uniquePublicKeys: true });
  expect((await client.enrol(wish({ username: 'a third' }, key))).json.error_message).toContain('same key');
});

test('alternative names of the request are certified where the end entity profile has a field for them', async () => {
  world.ejbca.set({ alternativeNames: true });
  const csr = handMadeCsr(newEcKey(), { dnsName: 'bank.example' }).toString('base64');
  const { json } = await client.enrol(wish({ certificate_request: csr }));
  expect(certificateOf(json).subjectAltName).toBe('DNS:bank.example');
});

test('the profile says the usages of the key', async () => {
  const { certificateProfiles } = credentials;
  const signing = await client.enrol(wish());
  const encryption = await client.enrol(wish({ certificate_profile_name: certificateProfiles.encryption }));
  const usages = [signing, encryption].map(({ json }) => Buffer.from(json.certificate, 'base64').toString('hex'));
  // The bits of KeyUsage behind its OID: digitalSignature and nonRepudiation; keyEncipherment and dataEncipherment.
  expect(usages[0]).toContain('0603551d0f0101ff0404030206c0');
  expect(usages[1]).toContain('0603551d0f0101ff040403020430');
});
