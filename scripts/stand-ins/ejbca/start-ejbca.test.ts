import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedCredentials } from '../testing/shared-credentials';
import { startEjbca } from './start-ejbca';
import { createHandMadeClient } from './testing/hand-made-client';
import { handMadeCsr, newEcKey } from './testing/hand-made-csr';
import { useEjbca } from './testing/use-ejbca';
import { createTlsAuthority } from './trial-authorities';

const world = useEjbca();
const { client, credentials } = world;

const wishOf = (username: string) => ({
  certificate_request: handMadeCsr(newEcKey()).toString('base64'),
  username,
  subject_dn: 'CN=张伟',
});

describe('who may call', () => {
  test('a client without a certificate, or with one of another authority, is cut off', async () => {
    const { certificate, key } = createTlsAuthority().client('nobody');
    for (const shown of [{}, { cert: certificate, key }]) {
      await expect(client.call('GET', '/v1/ca', undefined, shown)).rejects.toThrow();
    }
    expect(world.environment.requests.list()).toEqual([]);
  });

  test('a client of the same authority without a role is told so, and may ask for the status', async () => {
    const other = { cert: credentials.otherClientCertificate, key: credentials.otherClientKey };
    expect(await client.call('GET', '/v1/ca', undefined, other)).toMatchObject({
      status: 403,
      json: { error_code: 403 },
    });
    expect(await client.call('GET', '/v1/certificate/status', undefined, other)).toMatchObject({
      status: 200,
      json: { status: 'OK' },
    });
    expect(world.environment.requests.list()[1]).toMatchObject({ signatureOk: false, errorCode: '403' });
  });

  test('the Community edition has no end entity management', async () => {
    expect(await client.call('POST', '/v1/endentity', {})).toMatchObject({ status: 404, json: { error_code: 404 } });
  });
});

test('neither password nor subject nor request is recorded', async () => {
  await client.enrol(wishOf('recorded'));
  const [recorded] = world.environment.requests.list();
  expect(recorded).toMatchObject({
    standIn: 'ejbca',
    status: 201,
    body: { username: 'recorded', password: 'redacted', subject_dn: 'redacted', certificate_request: 'redacted' },
  });
});

test('certificates, revocations and the number of the list outlive a restart; another version is refused by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ejbca-'));
  const dataFile = join(folder, 'ejbca.json');
  const all = sharedCredentials();
  let kept = await startEjbca({ credentials: all, dataFile });
  const keptClient = createHandMadeClient({ url: () => kept.url, credentials });
  const { json } = await keptClient.enrol(wishOf('kept'));
  kept.revoke(json.serial_number, 1);
  const dn = encodeURIComponent((await keptClient.get('/v1/ca')).json.certificate_authorities[0].subject_dn);
  const { crl } = (await keptClient.get(`/v1/ca/${dn}/getLatestCrl`)).json;
  await kept.stop();

  kept = await startEjbca({ credentials: all, dataFile });
  expect(kept.certificates('kept')).toMatchObject([{ serialNumber: json.serial_number, revocationReason: 1 }]);
  expect((await keptClient.get(`/v1/ca/${dn}/getLatestCrl`)).json.crl).toBe(crl);
  await kept.stop();

  writeFileSync(dataFile, JSON.stringify({ ...JSON.parse(readFileSync(dataFile, 'utf8')), version: 2 }));
  await expect(startEjbca({ credentials: all, dataFile })).rejects.toThrow(dataFile);
  rmSync(folder, { recursive: true });
});
