import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pem } from './der-writer';
import { handMadeCsr, newEcKey } from './testing/hand-made-csr';
import { useEjbca } from './testing/use-ejbca';

const world = useEjbca();
const { client, credentials, scheduler } = world;
let issuer: string;

beforeEach(async () => {
  const { json } = await client.get('/v1/ca');
  expect(json.certificate_authorities).toMatchObject([{ name: credentials.authorityName, external: false }]);
  issuer = encodeURIComponent(json.certificate_authorities[0].subject_dn);
});

async function enrol(): Promise<{ serial: string; certificate: string }> {
  const certificate_request = handMadeCsr(newEcKey()).toString('base64');
  const { json } = await client.enrol({ certificate_request, username: 'somebody', subject_dn: 'CN=张伟' });
  return { serial: json.serial_number, certificate: json.certificate };
}
const revoke = (serial: string, reason: string) =>
  client.call('PUT', `/v1/certificate/${issuer}/${serial}/revoke?reason=${reason}`);
const status = (serial: string) => client.get(`/v1/certificate/${issuer}/${serial}/revocationstatus`);

test('a certificate is revoked once; a hold ends, or becomes final with its first date', async () => {
  const { serial } = await enrol();
  expect((await status(serial)).json).toMatchObject({ revoked: false, revocation_reason: 'NOT_REVOKED' });
  expect((await revoke(serial, 'CERTIFICATE_HOLD')).status).toBe(200);
  expect((await revoke(serial, 'REMOVE_FROM_CRL')).json).toMatchObject({ revoked: false });
  expect((await revoke(serial, 'REMOVE_FROM_CRL')).status).toBe(409);
  await revoke(serial, 'CERTIFICATE_HOLD');
  scheduler.advance(3600_000);
  await revoke(serial, 'KEY_COMPROMISE');
  expect((await status(serial)).json).toMatchObject({
    revoked: true,
    revocation_reason: 'KEY_COMPROMISE',
    revocation_date: '2026-11-28T02:00:00Z',
  });
  expect((await revoke(serial, 'SUPERSEDED')).status).toBe(409);
  scheduler.advance(-3600_000);
});

test('unknown numbers, reasons and authorities are told apart', async () => {
  const { serial } = await enrol();
  expect((await status('4711')).json.error_message).toMatch(/^Certificate with serial number '4711'/);
  expect((await status('xyz')).status).toBe(400);
  expect((await revoke('4711', 'SUPERSEDED')).status).toBe(404);
  expect((await revoke(serial, 'BOREDOM')).status).toBe(400);
  const elsewhere = await client.get(`/v1/certificate/CN%3Delsewhere/${serial}/revocationstatus`);
  expect(elsewhere).toMatchObject({ status: 404, json: { error_message: "CA 'CN=elsewhere' does not exist." } });
  expect((await client.get('/v1/ca/CN%3Delsewhere/getLatestCrl')).status).toBe(404);
});

test('a search finds by username, and encodes what it finds twice', async () => {
  const { serial, certificate } = await enrol();
  const { json } = await client.search('somebody');
  expect(json.certificates).toMatchObject([{ username: 'somebody', serialNumber: serial, status: 20 }]);
  expect(Buffer.from(json.certificates[0].base64Cert, 'base64').toString('latin1')).toBe(certificate);
  expect(json.certificates[0].udpateTime).toBe(scheduler.now().getTime());
  expect((await client.search('nobody')).json.certificates).toEqual([]);
});

test.each([
  ['no criterion', { criteria: [] }],
  ['an unknown property', { criteria: [{ property: 'COLOUR', value: 'red', operation: 'EQUAL' }] }],
  ['an unknown CA', { criteria: [{ property: 'CA', value: 'x', operation: 'EQUAL' }] }],
  ['no page', { pagination: {}, criteria: [{ property: 'QUERY', value: 'x', operation: 'EQUAL' }] }],
])('a search with %s is refused', async (_what, changes) => {
  const body = { pagination: { page_size: 10, current_page: 1 }, ...changes };
  expect((await client.call('POST', '/v2/certificate/search', body)).status).toBe(400);
});

test('OpenSSL believes certificate, chain and revocation list', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ejbca-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const verify = (...more: string[]): string =>
    execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', root, '-untrusted', chain, ...more], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const { serial, certificate } = await enrol();
  const chain = file('chain.pem', (await client.get(`/v1/ca/${issuer}/certificate/download`)).text);
  const root = file('root.pem', credentials.rootCertificate);
  const own = file('own.pem', pem('CERTIFICATE', Buffer.from(certificate, 'base64')));
  const moment = ['-attime', String(scheduler.now().getTime() / 1000)];
  const list = async (): Promise<string> => {
    const { crl } = (await client.get(`/v1/ca/${issuer}/getLatestCrl`)).json;
    return file('list.pem', pem('X509 CRL', Buffer.from(crl, 'base64')));
  };
  expect(verify(...moment, '-crl_check', '-CRLfile', await list(), own)).toContain('OK');
  await revoke(serial, 'KEY_COMPROMISE');
  const revoked = await list();
  expect(() => verify(...moment, '-crl_check', '-CRLfile', revoked, own)).toThrow('certificate revoked');
  rmSync(folder, { recursive: true });
});
