import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTrust, type TrustMaterial, type TrustStandIn } from './start-trust';
import { makeTrustMaterial } from './testing/trust-material';

// OpenSSL judges what the stand-in says: whoever learns from it must not learn something of our own.
const folder = mkdtempSync(join(tmpdir(), 'trust-'));
let material: TrustMaterial;
let trust: TrustStandIn;
beforeAll(async () => {
  material = await makeTrustMaterial(new Date());
  trust = await startTrust({ material });
  for (const [name, pem] of Object.entries(material)) writeFileSync(join(folder, `${name}.pem`), pem);
  writeFileSync(join(folder, 'data'), 'a contract');
});
afterAll(async () => {
  await trust.stop();
  rmSync(folder, { recursive: true });
});

function openssl(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
  const said = `${stdout}${stderr}`;
  if (status !== 0) throw new Error(said);
  return said;
}

async function post(path: string, file: string): Promise<void> {
  const answer = await fetch(`${trust.url}${path}`, { method: 'POST', body: readFileSync(join(folder, file)) });
  expect(answer.status).toBe(200);
  writeFileSync(join(folder, 'answer'), Buffer.from(await answer.arrayBuffer()));
}

it('stamps what OpenSSL asks for and finds right', async () => {
  openssl('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query');
  await post('/tsa', 'query');
  expect(openssl('ts', '-verify', '-queryfile', 'query', '-in', 'answer', '-CAfile', 'timestampRootPem.pem')).toContain(
    'Verification: OK',
  );
  expect(openssl('ts', '-reply', '-in', 'answer', '-text')).toMatch(/Status: Granted/);
});

it('stamps nothing but a SHA-256, and nothing that is no request', async () => {
  openssl('ts', '-query', '-data', 'data', '-sha1', '-out', 'query');
  await post('/tsa', 'query');
  expect(openssl('ts', '-reply', '-in', 'answer', '-text')).toMatch(/Status: Rejected/);
  await post('/tsa', 'data');
  expect(openssl('ts', '-reply', '-in', 'answer', '-text')).toMatch(/Status: Rejected/);
});

it('says of the signer that it is good, by answer and by list, until it is revoked', async () => {
  openssl('ocsp', '-issuer', 'issuingPem.pem', '-cert', 'signerPem.pem', '-no_nonce', '-reqout', 'query');
  const ask = async () => {
    await post('/ocsp/issuing', 'query');
    const cas = ['-CAfile', 'rootPem.pem', '-verify_other', 'issuingPem.pem', '-no_nonce'];
    const about = ['-issuer', 'issuingPem.pem', '-cert', 'signerPem.pem'];
    return openssl('ocsp', '-respin', 'answer', ...about, ...cas);
  };
  const list = async () => {
    const answer = await fetch(`${trust.url}/crl/issuing.crl`);
    writeFileSync(join(folder, 'list'), Buffer.from(await answer.arrayBuffer()));
    return openssl('crl', '-inform', 'DER', '-in', 'list', '-CAfile', 'issuingPem.pem', '-noout', '-text');
  };
  expect(await ask()).toMatch(/signerPem\.pem: good/);
  const clean = await list();
  expect(clean).toContain('verify OK');
  expect(clean).toContain('No Revoked Certificates');
  trust.revokeSigner();
  expect(await ask()).toMatch(/signerPem\.pem: revoked/);
  expect(await list()).toMatch(/Revoked Certificates:\s+Serial Number/);
});

it('answers nothing about certificates of others, and nothing elsewhere', async () => {
  openssl('ocsp', '-issuer', 'rootPem.pem', '-cert', 'issuingPem.pem', '-no_nonce', '-reqout', 'query');
  await post('/ocsp/issuing', 'query');
  expect(readFileSync(join(folder, 'answer')).toString('hex')).toBe('30030a0106');
  expect((await fetch(`${trust.url}/crl/nobody.crl`)).status).toBe(404);
});

it('hands out the certificates of issuers', async () => {
  const answer = await fetch(`${trust.url}/certificates/issuing.cer`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(new X509Certificate(material.issuingPem).raw)).toBe(true);
});
