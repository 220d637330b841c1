import { createHash } from 'node:crypto';
import { buildCrl, buildOcspResponse, openSigningKeyPem, pemOf, readCertificate } from '../../pki';
import { integerOfHex, nothing, objectIdentifier, octetString, sequence } from '../../pki/der/write-der';
import { oids } from '../../pki/oids';
import { withEvidence } from '../testing/incremental-update';
import { sha256 } from '../testing/made-cms';
import { signedBy } from '../testing/signed-anew';
import { createVerifiedWorld, daysAfter, type VerifiedWorld } from '../testing/verified-world';
import { cmsOids } from './cms-oids';
import { verifyContractPdf } from './index';

// Making RSA keys takes seconds on a busy machine.

let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});

function issuer() {
  const key = openSigningKeyPem(world.keys.issuingKeyPem);
  return { key, certificate: readCertificate(world.issuing.der) };
}
const ours = () => readCertificate(world.us.der);
const listOf = (revokedAt: Date | null, made = daysAfter(5)) =>
  buildCrl(
    issuer(),
    { number: 7n, thisUpdate: made, nextUpdate: daysAfter(50), previousUpdate: null },
    revokedAt
      ? [{ serialNumber: ours().serialNumber, revokedAt, reason: 'keyCompromise', notAfter: daysAfter(900) }]
      : [],
  );
const digest = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest();
const answerOf = (
  status: Parameters<typeof buildOcspResponse>[1]['answers'][number]['status'],
  made = daysAfter(5),
) => {
  const { key, certificate } = issuer();
  const certIdDer = sequence(
    sequence(objectIdentifier(oids.sha1), nothing()),
    octetString(digest(certificate.subjectDer)),
    octetString(digest(certificate.publicKey.keyBits)),
    integerOfHex(ours().serialNumber),
  );
  return buildOcspResponse(
    { key, certificate, delegated: false },
    { producedAt: made, answers: [{ certIdDer, status, thisUpdate: made, nextUpdate: daysAfter(50) }], nonce: null },
  );
};

test('a list or an answer from after the signing says that the certificate was good', async () => {
  const { pdf } = world;
  expect(world.verify(withEvidence(pdf, { lists: [await listOf(null)] }))).toMatchObject({
    verdict: 'genuine',
    revocation: 'good',
  });
  const answers = [await answerOf({ state: 'good' })];
  expect(world.verify(withEvidence(pdf, { answers }))).toMatchObject({ verdict: 'genuine', revocation: 'good' });
});

test('one from before the signing knows nothing of it, nor does one that nobody vouches for', async () => {
  const { pdf, keys, issuing } = world;
  const old = [await listOf(null, daysAfter(-2))];
  expect(world.verify(withEvidence(pdf, { lists: old })).revocation).toBe('unknown');
  const file = withEvidence(pdf, { lists: [await listOf(null)] });
  expect(verifyContractPdf(file, { anchors: [keys.signerPem] }).revocation).toBe('unknown');
  expect(
    verifyContractPdf(file, { anchors: [pemOf('CERTIFICATE', world.us.der)], authorities: [issuing.pem] }).revocation,
  ).toBe('good');
  const answers = [await answerOf({ state: 'unknown' })];
  expect(world.verify(withEvidence(pdf, { answers })).revocation).toBe('unknown');
});

test('what is revoked seals nothing more, and before only what a stamp shows to be older', async () => {
  const { pdf, us, tsaRoot, stamp } = world;
  const stamped = signedBy(pdf, {
    signer: us,
    certificates: [us.der],
    unsigned: (value) => ({ [cmsOids.signatureTimestamp]: stamp(sha256(value), daysAfter(1)) }),
  });
  const lists = [await listOf(daysAfter(2))];
  expect(world.verify(withEvidence(stamped, { lists }), [tsaRoot.pem])).toMatchObject({
    verdict: 'genuine',
    revocation: 'revoked',
  });
  for (const file of [withEvidence(pdf, { lists }), withEvidence(stamped, { lists })]) {
    expect(world.verify(file)).toMatchObject({ verdict: 'foreign', doubts: ['revoked'], revocation: 'revoked' });
  }
  const answers = [await answerOf({ state: 'revoked', at: daysAfter(0.5), reason: 'keyCompromise' })];
  expect(world.verify(withEvidence(stamped, { answers }), [tsaRoot.pem]).doubts).toEqual(['revoked']);
});

test('a list that was changed says nothing', async () => {
  const list = Buffer.from(await listOf(daysAfter(-1)));
  list[list.length - 1] = (list.at(-1) ?? 0) ^ 1;
  expect(world.verify(withEvidence(world.pdf, { lists: [list] }))).toMatchObject({
    verdict: 'genuine',
    revocation: 'unknown',
  });
});
