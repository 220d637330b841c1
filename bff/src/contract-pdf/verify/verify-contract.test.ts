import { buildContractTemplate, createContractRenderer } from '../index';
import { evidenceObjects, placeOf, updated, withDocumentTimestamp, withEvidence } from '../testing/incremental-update';
import { madeParty } from '../testing/made-certificate';
import { sha256 } from '../testing/made-cms';
import { sampleAuthority, sampleInput, sampleSealedAt, signingKeyOf } from '../testing/sample-contract';
import { signedBy } from '../testing/signed-anew';
import { createVerifiedWorld, daysAfter, type VerifiedWorld } from '../testing/verified-world';
import { cmsOids } from './cms-oids';
import { verifyContractPdf } from './index';
import { readCertificate } from './read-certificate';

// Making RSA keys takes seconds on a busy machine.

let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});
const wholeSecond = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000);

describe('a contract of ours', () => {
  test('is genuine, and says who sealed which one when', () => {
    expect(world.verify(world.pdf)).toEqual({
      verdict: 'genuine',
      doubts: [],
      signerName: sampleAuthority.name,
      contractNumber: 'HT-GOV-20261122-000123',
      signedAt: wholeSecond(sampleSealedAt),
      timestamp: null,
      revocation: 'unknown',
      revisions: [],
      sha256: sha256(world.pdf).toString('hex'),
    });
  });

  test('is genuine by the root as well, and by nobody else', () => {
    const { pdf, keys, stranger } = world;
    expect(verifyContractPdf(pdf, { anchors: [keys.rootPem] }).verdict).toBe('genuine');
    expect(verifyContractPdf(pdf, { anchors: [stranger.pem] })).toMatchObject({
      verdict: 'foreign',
      doubts: ['untrusted'],
    });
    expect(verifyContractPdf(pdf, { anchors: [] })).toMatchObject({ verdict: 'foreign', doubts: ['untrusted'] });
  });

  test('is not valid before and after its certificate', () => {
    for (const at of [daysAfter(-100), daysAfter(4000)]) {
      expect(verifyContractPdf(world.pdf, { anchors: [world.keys.signerPem] }, at)).toMatchObject({
        verdict: 'foreign',
        doubts: ['not_valid_then'],
      });
    }
  });

  test('may certify that nothing changes, or nothing but further signatures', () => {
    for (const permission of ['1', '2']) {
      const written = world.pdf.toString('latin1').replace(/(\/TransformParams \/P) [12]/, `$1 ${permission}`);
      const file = signedBy(Buffer.from(written, 'latin1'), { signer: world.us });
      expect(world.verify(file).verdict).toBe('genuine');
      const evidence = withEvidence(file, { certificates: [world.issuing.der] });
      expect(world.verify(evidence).verdict).toBe('genuine');
    }
  });

  test('may be sealed by an elliptic key', () => {
    const validity = { notBefore: daysAfter(-1), notAfter: daysAfter(1) };
    const signer = madeParty({ commonName: '新印章', ...validity, usages: ['nonRepudiation'] });
    const file = signedBy(world.pdf, { signer });
    expect(verifyContractPdf(file, { anchors: [signer.pem] })).toMatchObject({
      verdict: 'genuine',
      signerName: '新印章',
    });
    expect(world.verify(file).doubts).toEqual(['untrusted']);
  });

  test('an authority does not seal, nor does a certificate below it that is not for documents', async () => {
    const { issuing, keys, pdf } = world;
    const validity = { notBefore: daysAfter(-1), notAfter: daysAfter(1) };
    const anchors = [keys.rootPem];
    const customer = madeParty({
      commonName: '客户',
      issuer: { ...issuing, name: readCertificate(issuing.der).subjectDer },
      ...validity,
      usages: ['digitalSignature'],
      purposes: ['clientAuth'],
    });
    for (const signer of [issuing, customer]) {
      const file = signedBy(pdf, { signer, certificates: [signer.der, issuing.der] });
      expect(verifyContractPdf(file, { anchors })).toMatchObject({ verdict: 'foreign', doubts: ['usage'] });
    }
  });

  test('an anchor that is no certificate is an error of the caller, whatever the file', () => {
    expect(() => verifyContractPdf(world.pdf, { anchors: ['nonsense'] })).toThrow('trust anchor');
    expect(() => verifyContractPdf(Buffer.from('hello'), { anchors: ['nonsense'] })).toThrow('trust anchor');
  });

  test('of a page that we signed and that is no contract it is said that it is none', async () => {
    const renderer = await createContractRenderer({
      template: buildContractTemplate(sampleAuthority),
      signing: signingKeyOf(world.keys),
    });
    const { pdf } = await renderer.render(sampleInput());
    const other = Buffer.from(pdf.toString('latin1').replace('/Perms', '/Pemrs'), 'latin1');
    expect(world.verify(signedBy(other, { signer: world.us }))).toMatchObject({
      verdict: 'foreign',
      doubts: ['not_a_contract'],
    });
  });
});

describe('what we append ourselves', () => {
  test('data about revocation are accepted, also twice, also with the edition that they are written by', () => {
    const evidence = { certificates: [world.issuing.der] };
    const once = withEvidence(world.pdf, evidence);
    expect(world.verify(once)).toMatchObject({ verdict: 'genuine', revisions: ['revocation_data'] });
    const twice = withEvidence(once, evidence);
    expect(world.verify(twice)).toMatchObject({
      verdict: 'genuine',
      revisions: ['revocation_data', 'revocation_data'],
    });
    const { root, catalogWithout } = placeOf(world.pdf);
    const objects = evidenceObjects(world.pdf, evidence);
    const extensions = '/Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >>';
    const catalog = String(objects[root]).replace(/>>$/, `${extensions} >>`);
    expect(catalogWithout()).not.toContain('/Extensions');
    expect(world.verify(updated(world.pdf, { objects: { ...objects, [root]: catalog } })).verdict).toBe('genuine');
  });

  test('a time stamp over the document proves its time, and holds together with data before and after', () => {
    const { pdf, issuing, tsaRoot, stamp } = world;
    const evidence = { certificates: [issuing.der] };
    const stamped = withDocumentTimestamp(withEvidence(pdf, evidence), stamp);
    const judged = { time: wholeSecond(daysAfter(1)), authority: '测试时间戳服务', judged: true };
    expect(world.verify(stamped, [tsaRoot.pem])).toMatchObject({
      verdict: 'genuine',
      timestamp: judged,
      revisions: ['revocation_data', 'document_timestamp'],
    });
    expect(world.verify(withEvidence(stamped, evidence), [tsaRoot.pem])).toMatchObject({
      verdict: 'genuine',
      revisions: ['revocation_data', 'document_timestamp', 'revocation_data'],
    });
    expect(world.verify(withDocumentTimestamp(stamped, stamp), [tsaRoot.pem]).verdict).toBe('genuine');
  });

  test('a stamp over the signature proves its time; where no authority is known it is told of and not believed', () => {
    const { pdf, us, tsaRoot, tsa, stamp } = world;
    const time = daysAfter(2);
    const file = signedBy(pdf, {
      signer: us,
      unsigned: (signature) => ({ [cmsOids.signatureTimestamp]: stamp(sha256(signature), time) }),
    });
    const told = { time: wholeSecond(time), authority: '测试时间戳服务' };
    expect(world.verify(file, [tsaRoot.pem]).timestamp).toEqual({ ...told, judged: true });
    expect(world.verify(file, [tsa.pem]).timestamp).toEqual({ ...told, judged: true });
    expect(world.verify(file)).toMatchObject({ verdict: 'genuine', timestamp: { ...told, judged: false } });
  });

  test('what a trusted stamp proves decides about the certificate, not what the signer claims', () => {
    const { pdf, tsaRoot, stamp } = world;
    const signer = madeParty({
      commonName: '旧印章',
      notBefore: daysAfter(-10),
      notAfter: daysAfter(1),
      usages: ['nonRepudiation'],
    });
    const file = (time: Date) =>
      signedBy(pdf, { signer, unsigned: (value) => ({ [cmsOids.signatureTimestamp]: stamp(sha256(value), time) }) });
    const trust = { anchors: [signer.pem], timestampAnchors: [tsaRoot.pem] };
    expect(verifyContractPdf(file(daysAfter(0.5)), trust).verdict).toBe('genuine');
    expect(verifyContractPdf(file(daysAfter(2)), trust)).toMatchObject({
      verdict: 'foreign',
      doubts: ['not_valid_then'],
    });
  });

  test('a change between the byte of a stamp and the end is noticed', () => {
    const stamped = withDocumentTimestamp(world.pdf, world.stamp);
    const changed = Buffer.from(stamped);
    const place = changed.lastIndexOf('(DocumentTimestamp') + 3;
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(world.verify(changed)).toMatchObject({ verdict: 'changed', doubts: ['timestamp_wrong'] });
  });
});
