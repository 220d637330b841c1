import { createHash } from 'node:crypto';
import { extension } from '../certificates/write-extensions';
import { DerMembers, membersOf, readDer } from '../der/read-der';
import { bitOctetsOf, insideOf } from '../der/read-values';
import {
  constructedTag,
  explicit,
  integerOfHex,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  tags,
} from '../der/write-der';
import {
  buildCertificate,
  buildOcspResponse,
  type CertificateIssuer,
  isAskedOf,
  type KeyAlgorithm,
  type OcspCertificateStatus,
  type OcspRequest,
  type OcspResponder,
  ocspFailure,
  ocspRequestOfPath,
  readCertificate,
  readOcspRequest,
} from '../index';
import { oids } from '../oids';
import { mutationsOf, refusalOf } from '../testing/mutations';
import { isVerifiedByOpenSsl } from '../testing/openssl-digest';
import { OpenSslFolder } from '../testing/openssl-folder';
import { contentFor, createSampleAuthority, newKey, noon, responderProfile } from '../testing/sample-authority';

const folder = new OpenSslFolder();
afterAll(() => folder.remove());

const code = (name: string) => expect.objectContaining({ code: name });
// openssl looks at these by the clock of the machine, whatever it is told about the certificates
const thisUpdate = new Date();
const nextUpdate = new Date(thisUpdate.getTime() + 3_600_000);
const certificatesAt = ['-attime', String(noon.getTime() / 1000 + 60)];
const revoked: OcspCertificateStatus = { state: 'revoked', at: noon, reason: 'superseded' };

const respond = (responder: OcspResponder, { questions, nonce }: OcspRequest, status: OcspCertificateStatus) => {
  const answers = questions.map(({ certIdDer }) => ({ certIdDer, status, thisUpdate, nextUpdate }));
  return buildOcspResponse(responder, { answers, producedAt: thisUpdate, nonce });
};

describe.each<KeyAlgorithm>(['rsa-2048', 'ecdsa-p256', 'sm2'])('answers of %s', (algorithm) => {
  let issuing: CertificateIssuer;
  let responders: Record<'delegated' | 'issuing', OcspResponder>;
  let issuer: string;
  let holder: string;
  let serialNumber: string;

  beforeAll(async () => {
    issuing = (await createSampleAuthority(algorithm)).issuing;
    const certify = async (changes: object) => {
      const key = await newKey(algorithm);
      return { key, certificate: readCertificate(await buildCertificate(issuing, contentFor(key, changes))) };
    };
    const delegated = await certify({ profile: responderProfile });
    responders = { delegated: { ...delegated, delegated: true }, issuing: { ...issuing, delegated: false } };
    // Its first bit is set, so that the DER has a 00 in front
    const { certificate } = await certify({ serialNumber: 'FF00112233445566778899' });
    serialNumber = certificate.serialNumber;
    issuer = folder.certificates('issuer.pem', issuing.certificate.der);
    holder = folder.certificates('holder.pem', certificate.der);
  });

  const ask = (...options: string[]): OcspRequest => {
    folder.run('ocsp', '-issuer', issuer, ...options, '-cert', holder, '-reqout', folder.path('request'));
    return readOcspRequest(folder.read('request'));
  };
  const judge = (response: Uint8Array, ...options: string[]): string => {
    const trusted = ['-CAfile', issuer, '-partial_chain', ...certificatesAt];
    const files = ['-issuer', issuer, '-respin', folder.file('response', response)];
    return folder.run('ocsp', '-no_nonce', ...options, ...files, ...trusted);
  };
  /** Signature, responder and nonce, for the last request. */
  const verify = (response: Uint8Array) => judge(response, '-reqin', folder.path('request'));
  /** What is said of the holder: openssl says it only where it has made the request itself. */
  const read = (response: Uint8Array) => judge(response, '-noverify', '-issuer', issuer, '-cert', holder);

  test.each(['-sha1', '-sha256', '-sha384', '-sha512', '-sm3'])(
    'are about certificates of the issuer whose Chinese name was hashed with %s',
    async (hash) => {
      const { questions, nonce } = ask(hash);
      expect(questions).toHaveLength(1);
      expect(questions[0]).toMatchObject({ hashAlgorithm: hash.slice(1), serialNumber });
      expect(nonce?.length).toBeGreaterThan(0);
      expect(isAskedOf(issuing.certificate, questions[0]!)).toBe(true);
      const other = await createSampleAuthority('ecdsa-p256');
      expect(isAskedOf(other.issuing.certificate, questions[0]!)).toBe(false);
    },
  );

  test.each(['delegated', 'issuing'] as const)('by the %s key are verified, with the nonce', async (kind) => {
    const responder = responders[kind];
    const response = await respond(responder, ask(), { state: 'good' });
    expect(isVerifiedByOpenSsl(folder, responder.certificate, signedPartOf(response))).toBe(true);
    // openssl gives SM2 answers no id: dgst above has judged those
    if (algorithm === 'sm2') return;
    expect(verify(response)).toContain('Response verify OK');
    ask();
    expect(verify(response)).toContain('Nonce Verify error');
  });

  test('say good, revoked with its reason, and unknown', async () => {
    const request = ask('-no_nonce');
    expect(request.nonce).toBeNull();
    const said = async (status: OcspCertificateStatus) => read(await respond(responders.delegated, request, status));
    expect(await said({ state: 'good' })).toContain('holder.pem: good');
    expect(await said(revoked)).toMatch(/holder.pem: revoked[\s\S]+Reason: superseded[\s\S]+Nov 28 12:00:00 2026/);
    const plain = await said({ ...revoked, reason: 'unspecified' });
    expect(plain).toContain('holder.pem: revoked');
    expect(plain).not.toContain('Reason');
    expect(await said({ state: 'unknown' })).toContain('holder.pem: unknown');
  });

  test('answer several questions at once', async () => {
    const request = ask('-serial', '0x1234', '-serial', '0x80');
    expect(request.questions.map((question) => question.serialNumber).sort()).toEqual(
      ['1234', '80', serialNumber].sort(),
    );
    expect(read(await respond(responders.delegated, request, { state: 'good' }))).toContain('holder.pem: good');
  });

  test('are not signed by a key that is not of the responder', async () => {
    const mixed = { ...responders.delegated, key: issuing.key };
    await expect(respond(mixed, ask(), revoked)).rejects.toMatchObject({ code: 'key_mismatch' });
  });
});

describe('an answer without a signature', () => {
  test.each([
    ['malformedRequest', 'malformedrequest (1)'],
    ['internalError', 'internalerror (2)'],
    ['tryLater', 'trylater (3)'],
    ['unauthorized', 'unauthorized (6)'],
  ] as const)('is %s to openssl', (failure, words) => {
    const file = folder.file('failure', ocspFailure(failure));
    expect(folder.run('ocsp', '-respin', file, '-noverify')).toContain(`Responder Error: ${words}`);
  });

  test('is the only one for nothing, and none is old when it is new', async () => {
    const { issuing } = await createSampleAuthority('ecdsa-p256');
    const responder = { ...issuing, delegated: false };
    const request = readOcspRequest(requestOf({}));
    await expect(respond(responder, { questions: [], nonce: null }, revoked)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    const answers = request.questions.map(({ certIdDer }) => ({
      certIdDer,
      status: revoked,
      thisUpdate,
      nextUpdate: thisUpdate,
    }));
    await expect(buildOcspResponse(responder, { answers, producedAt: thisUpdate, nonce: null })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('a request', () => {
  const der = Buffer.from(requestOf({ nonce: Buffer.from('fb', 'hex') }));

  test.each([
    ['base64', (text: string) => text],
    ['base64 with a slash in front', (text: string) => `/${text}`],
    ['percents', encodeURIComponent],
    ['percents in lower case', (text: string) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase())],
    [
      'the alphabet for addresses',
      (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    ],
    ['blanks where somebody decoded a plus', (text: string) => text.replaceAll('+', ' ')],
  ])('is taken out of an address in %s', (_, write) => {
    // Bytes that give + and / in base64
    const bytes = Buffer.concat([der, Buffer.from('fbefbeffffff', 'hex')]);
    expect(bytes.toString('base64')).toMatch(/\+.*\/|\/.*\+/);
    expect(Buffer.from(ocspRequestOfPath(write(bytes.toString('base64'))))).toEqual(bytes);
  });

  test('is not taken out of anything else', () => {
    for (const path of ['', '/', '%', '%ZZ', 'a b?c', '../..', '张三']) {
      expect(() => ocspRequestOfPath(path)).toThrow(code('broken'));
    }
    expect(() => ocspRequestOfPath('A'.repeat(40_000))).toThrow(code('too_large'));
  });

  test('has a nonce of 1 to 128 octets (RFC 9654)', () => {
    for (const length of [1, 16, 32, 128]) {
      expect(readOcspRequest(requestOf({ nonce: Buffer.alloc(length, 5) })).nonce).toHaveLength(length);
    }
    for (const length of [0, 129]) {
      expect(() => readOcspRequest(requestOf({ nonce: Buffer.alloc(length, 5) }))).toThrow(code('broken'));
    }
  });

  test('asks 32 questions at most, and at least one', () => {
    expect(readOcspRequest(requestOf({ count: 32 })).questions).toHaveLength(32);
    expect(() => readOcspRequest(requestOf({ count: 33 }))).toThrow(code('too_large'));
    expect(() => readOcspRequest(requestOf({ count: 0 }))).toThrow(code('broken'));
    expect(() => readOcspRequest(Buffer.alloc(20_000, 0x30))).toThrow(code('too_large'));
  });

  test('that hashes with what we do not know is about nobody of ours', async () => {
    const [question] = readOcspRequest(requestOf({ hashOid: '1.2.840.113549.2.5' })).questions;
    expect(question).toMatchObject({ hashAlgorithm: null, serialNumber: '80' });
    expect(isAskedOf((await createSampleAuthority('ecdsa-p256')).issuing.certificate, question!)).toBe(false);
  });

  test('with a critical extension that is not known is broken, another one does not matter', () => {
    const withExtension = (critical: boolean) => requestOf({ more: extension('1.2.3.4', critical, nothing()) });
    expect(() => readOcspRequest(withExtension(true))).toThrow(code('broken'));
    expect(readOcspRequest(withExtension(false)).nonce).toBeNull();
  });

  test('with any bit turned, or cut anywhere, is read or is refused, and never anything else', () => {
    const outcomes = [...mutationsOf(der, true)].map((mutated) => refusalOf(() => readOcspRequest(mutated)));
    expect(new Set(outcomes)).toEqual(new Set([null, 'broken']));
    expect(outcomes.filter((outcome) => outcome === 'broken').length).toBeGreaterThan(der.length);
  });
});

interface RequestParts {
  readonly nonce?: Uint8Array;
  readonly count?: number;
  readonly hashOid?: string;
  readonly more?: Uint8Array;
}

function requestOf({ nonce, count = 1, hashOid = oids.sha1, more }: RequestParts): Uint8Array {
  const hash = octetString(createHash('sha1').update('somebody').digest());
  const question = sequence(sequence(sequence(objectIdentifier(hashOid), nothing()), hash, hash, integerOfHex('80')));
  const extensions = [
    ...(nonce ? [extension(oids.ocspNonce, false, octetString(nonce))] : []),
    ...(more ? [more] : []),
  ];
  const questions = sequence(...Array<Uint8Array>(count).fill(question));
  return sequence(sequence(questions, ...(extensions.length > 0 ? [explicit(2, sequence(...extensions))] : [])));
}

/** OCSPResponse → BasicOCSPResponse → what is signed, and the signature. */
function signedPartOf(response: Uint8Array): { tbsDer: Uint8Array; signature: Uint8Array } {
  const members = new DerMembers(readDer(response));
  members.take(tags.enumerated);
  const [, basic] = membersOf(insideOf(members.take(constructedTag(0))));
  const [data, , signature] = membersOf(readDer(basic!.content));
  return { tbsDer: data!.whole, signature: bitOctetsOf(signature!) };
}
