import { execFileSync } from 'node:child_process';
import { pemOf } from '../../pki';
import { OpenSslFolder } from '../../pki/testing/openssl-folder';
import { createStatusResponder } from './answer-status-request';
import { issueCertificate } from './issue-certificate';
import type { LocalAuthority } from './local-authority';
import { revokeCertificate } from './revoke-certificate';
import { createSampleLocalCa, newOrder, noon, type SampleLocalCa, seconds } from './testing/sample-local-ca';

let sample: SampleLocalCa;
let local: LocalAuthority;
let files: OpenSslFolder;
let issuerFile: string;
beforeAll(async () => {
  sample = await createSampleLocalCa('ecdsa-p256', 'sm2');
  local = await sample.open();
  files = new OpenSslFolder();
  issuerFile = files.certificates('issuer.pem', sample.hierarchies[0]!.issuingDer);
});
afterAll(async () => {
  files?.remove();
  await sample?.remove();
});

/** A request as openssl writes it. */
function requestFor(serialNumber: string, ...options: string[]): Buffer {
  const target = files.path('request.der');
  execFileSync('openssl', [
    'ocsp',
    ...options,
    ...['-issuer', issuerFile, '-serial', `0x${serialNumber}`, '-reqout', target],
  ]);
  return files.read('request.der');
}

/** What openssl makes of an answer. */
const textOf = (der: Uint8Array): string =>
  files.run('ocsp', '-respin', files.file('answer.der', der), '-resp_text', '-noverify');

const issued = async (): Promise<string> => (await issueCertificate(local, await newOrder(), noon)).serialNumber;

describe('an answer', () => {
  it('is good, then revoked with time and reason, and unknown for what was never issued', async () => {
    const { answer } = createStatusResponder(local);
    const serial = await issued();
    expect(textOf(await answer(requestFor(serial, '-no_nonce'), noon))).toMatch(/Cert Status: good/);
    await revokeCertificate(local, serial, 'cessationOfOperation', noon);
    const text = textOf(await answer(requestFor(serial, '-no_nonce'), noon));
    expect(text).toMatch(/Cert Status: revoked/);
    expect(text).toMatch(/Revocation Time: Nov 28 12:00:00 2026 GMT/);
    expect(text).toMatch(/cessationOfOperation/);
    expect(textOf(await answer(requestFor('0ABC', '-no_nonce'), noon))).toMatch(/Cert Status: unknown/);
  });

  it('shows a revocation by another process with the next request', async () => {
    const settings = sample.newSettings();
    const [one, other] = await Promise.all([sample.open(settings), sample.open(settings)]);
    const { serialNumber } = await issueCertificate(one, await newOrder(), noon);
    const { answer } = createStatusResponder(other);
    const request = requestFor(serialNumber, '-no_nonce');
    expect(textOf(await answer(request, noon))).toMatch(/good/);
    await revokeCertificate(one, serialNumber, 'superseded', noon);
    expect(textOf(await answer(request, noon))).toMatch(/revoked/);
  });

  it('without nonce is signed once and kept for ten minutes; one with a nonce is made for it', async () => {
    const { answer } = createStatusResponder(local);
    const serial = await issued();
    const plain = requestFor(serial, '-no_nonce');
    const first = await answer(plain, noon);
    expect(await answer(plain, seconds(599))).toBe(first);
    expect(await answer(plain, seconds(600))).not.toBe(first);
    const nonce = /Nonce: *\n *([0-9A-F]+)/;
    const withNonce = requestFor(serial, '-nonce');
    const asked = nonce.exec(files.run('ocsp', '-reqin', files.file('asked.der', withNonce), '-req_text'))?.[1];
    expect(asked).toBeDefined();
    expect(nonce.exec(textOf(await answer(withNonce, noon)))?.[1]).toBe(asked);
    expect(textOf(await answer(plain, seconds(601)))).not.toMatch(/Nonce/);
  });

  it('is unauthorized for a certificate of somebody else, and malformed for what is no request', async () => {
    const { answer } = createStatusResponder(local);
    const foreign = files.certificates('foreign.pem', sample.hierarchies[0]!.rootDer);
    const target = files.path('foreign.der');
    execFileSync('openssl', ['ocsp', '-issuer', foreign, '-serial', '0x11', '-reqout', target]);
    expect(textOf(await answer(files.read('foreign.der'), noon))).toMatch(/unauthorized/);
    expect(textOf(await answer(Buffer.from('hello'), noon))).toMatch(/malformedrequest/);
    expect(textOf(await answer(Buffer.alloc(0), noon))).toMatch(/malformedrequest/);
  });

  it('of one authority knows nothing of a certificate of the other one', async () => {
    const { answer } = createStatusResponder(local);
    const { serialNumber } = await issueCertificate(local, await newOrder('sm2'), noon);
    expect(textOf(await answer(requestFor(serialNumber, '-no_nonce'), noon))).toMatch(/Cert Status: unknown/);
  });

  it('finds a serial number whose first bit is set, by the number and not by its DER', async () => {
    const first = await issued();
    const record = await local.store.findBySerialNumber(first);
    const serial = `C${first.slice(1)}`;
    const { firstOfKey: _, ...rest } = record!;
    await local.store.insert({ ...rest, _id: serial, idempotencyKey: 'high-bit' });
    expect(textOf(await createStatusResponder(local).answer(requestFor(serial, '-no_nonce'), noon))).toMatch(/good/);
  });
});

it('has a chain that openssl is content with', () => {
  const { rootDer, issuingDer, responderDer } = sample.hierarchies[0]!;
  const root = files.certificates('root.pem', rootDer);
  const untrusted = files.file('untrusted.pem', pemOf('CERTIFICATE', issuingDer));
  const at = String(noon.getTime() / 1000);
  const responder = files.certificates('responder.pem', responderDer);
  expect(files.run('verify', '-attime', at, '-CAfile', root, '-untrusted', untrusted, responder)).toMatch(/: OK/);
});
