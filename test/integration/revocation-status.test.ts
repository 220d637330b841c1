import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_BASE_PATH } from '@acceptance/shared';
import { buildCsr, generatePrivateKeyPem, openSigningKeyPem, pemOf, readCertificate, readCrl } from '../../bff/src/pki';
import type { IssuedCertificate } from '../../bff/src/ports/certificate-authority';
import { useSystem } from '../support/test-system';

const system = useSystem();
const folder = mkdtempSync(join(tmpdir(), 'revocation-status-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);
function file(name: string, content: Uint8Array | string): string {
  writeFileSync(path(name), content);
  return path(name);
}
const certificateFile = (name: string, der: Uint8Array): string => file(name, pemOf('CERTIFICATE', der));
/** Both streams, whatever the verdict. */
const openssl = (...args: string[]): string =>
  execFileSync('sh', ['-c', 'openssl "$@" 2>&1 || true', 'sh', ...args], { encoding: 'utf8' });

let issuedCount = 0;
async function issue(algorithm: 'rsa-2048' | 'ecdsa-p256' | 'sm2' = 'ecdsa-p256'): Promise<IssuedCertificate> {
  issuedCount += 1;
  const now = system().clock.now();
  const key = openSigningKeyPem(await generatePrivateKeyPem(algorithm));
  return system()
    .container()
    .certificateAuthority.issue({
      idempotencyKey: `status-test-${issuedCount}`,
      csrDer: await buildCsr(key, [{ type: 'commonName', value: '张伟' }]),
      profile: 'person-signing',
      subject: [
        { type: 'countryName', value: 'CN' },
        { type: 'commonName', value: '张伟' },
      ],
      notBefore: now,
      notAfter: new Date(now.getTime() + 365 * 86_400_000),
    });
}

const addressesOf = ({ certificateDer }: IssuedCertificate) => {
  const { crlUrls, ocspUrls } = readCertificate(certificateDer);
  return { crl: crlUrls[0] ?? '', ocsp: ocspUrls[0] ?? '' };
};
const fetchList = (issued: IssuedCertificate) => fetch(addressesOf(issued).crl);
/** Not by fetch: it tells the server to keep nothing when a condition is given by hand. */
const statusIfOther = (issued: IssuedCertificate, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(addressesOf(issued).crl, { headers: { 'if-none-match': etag } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());

describe('the list at the address in a certificate', () => {
  it('satisfies openssl, and shows a revocation with the next reading', async () => {
    const issued = await issue('rsa-2048');
    const [issuer, root] = issued.chainDer.map((der, index) => certificateFile(`ca-${index}.pem`, der));
    const leaf = certificateFile('leaf.pem', issued.certificateDer);
    const judge = async () => {
      const list = file('list.der', await bytesOf(await fetchList(issued)));
      const at = ['-attime', String(Math.floor(system().clock.now().getTime() / 1000))];
      return openssl(
        ...['verify', '-crl_check', ...at, '-CRLfile', list, '-CAfile', root!, '-untrusted', issuer!, leaf],
      );
    };
    expect(await judge()).toMatch(/leaf\.pem: OK/);
    system().clock.advance(60_000);
    await system().container().certificateAuthority.revoke(issued.serialNumber, 'keyCompromise');
    expect(await judge()).toMatch(/certificate revoked/);
    expect(openssl('crl', '-inform', 'DER', '-in', path('list.der'), '-CAfile', issuer!, '-noout')).toMatch(
      /verify OK/,
    );
  });

  it('may be kept for half a minute, and is not sent again to who has it', async () => {
    const issued = await issue('sm2');
    const first = await fetchList(issued);
    expect(first.headers.get('content-type')).toBe('application/pkix-crl');
    expect(first.headers.get('cache-control')).toBe('public, max-age=30, must-revalidate');
    expect(first.headers.get('last-modified')).not.toBeNull();
    expect(readCrl(await bytesOf(first)).entryCount).toBe(0);
    const etag = first.headers.get('etag') ?? '';
    expect(await statusIfOther(issued, etag)).toBe(304);
    expect(await statusIfOther(issued, '"of-another-list"')).toBe(200);
    system().clock.advance(60_000);
    await system().container().certificateAuthority.revoke(issued.serialNumber, 'superseded');
    expect(await statusIfOther(issued, etag)).toBe(200);
    expect(readCrl(await bytesOf(await fetchList(issued))).find(issued.serialNumber)).toMatchObject({
      reason: 'superseded',
    });
  });

  it('is not there for another key', async () => {
    const answer = await fetch(`${system().origin}${API_BASE_PATH}/crl/${'0'.repeat(40)}.crl`);
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'request.not_found' } }]);
    for (const name of ['latest.crl', `${'0'.repeat(40)}.pem`, '..%2F..%2Fetc.crl']) {
      expect((await fetch(`${system().origin}${API_BASE_PATH}/crl/${name}`)).status).toBeGreaterThanOrEqual(404);
    }
  });
});

describe('the responder at the address in a certificate', () => {
  it.each(['rsa-2048', 'ecdsa-p256'] as const)('satisfies openssl, which asks it by itself: %s', async (algorithm) => {
    // openssl holds the times of answers against the machine's clock.
    system().clock.advance(Math.max(0, Date.now() - system().clock.now().getTime()));
    const issued = await issue(algorithm);
    const [issuer, root] = issued.chainDer.map((der, index) => certificateFile(`ca-${index}.pem`, der));
    const leaf = certificateFile('leaf.pem', issued.certificateDer);
    const { ocsp } = addressesOf(issued);
    // Not in this process: it is the one that answers.
    const ask = async () => {
      const args = [
        'ocsp',
        '-url',
        ocsp,
        '-issuer',
        issuer!,
        '-cert',
        leaf,
        '-CAfile',
        root!,
        '-verify_other',
        issuer!,
      ];
      return new Promise<string>((done) => {
        execFile('openssl', args, (_error, stdout, stderr) => done(`${stdout}${stderr}`));
      });
    };
    const good = await ask();
    expect(good).toMatch(/leaf\.pem: good/);
    expect(good).toMatch(/Response verify OK/);
    await system().container().certificateAuthority.revoke(issued.serialNumber, 'cessationOfOperation');
    const revoked = await ask();
    expect(revoked).toMatch(/leaf\.pem: revoked[\s\S]*cessationOfOperation/);
    expect(revoked).toMatch(/Response verify OK/);
  });

  it('answers a question in the address, which may be kept for half a minute, and the same by POST, which may not', async () => {
    const issued = await issue();
    const issuer = certificateFile('issuer.pem', issued.chainDer[0]!);
    const leaf = certificateFile('leaf.pem', issued.certificateDer);
    openssl('ocsp', '-no_nonce', '-issuer', issuer, '-cert', leaf, '-reqout', path('request.der'));
    const request = readFileSync(path('request.der'));
    const { ocsp } = addressesOf(issued);
    const asked = await fetch(`${ocsp}/${encodeURIComponent(request.toString('base64'))}`);
    expect(asked.headers.get('content-type')).toBe('application/ocsp-response');
    expect(asked.headers.get('cache-control')).toBe('public, max-age=30, must-revalidate');
    const answer = await bytesOf(asked);
    const headers = { 'content-type': 'application/ocsp-request' };
    const posted = await fetch(ocsp, { method: 'POST', headers, body: new Uint8Array(request) });
    expect(posted.headers.get('cache-control')).toBe('private, no-store');
    expect(await bytesOf(posted)).toEqual(answer);
    expect(openssl('ocsp', '-respin', file('answer.der', answer), '-resp_text', '-noverify')).toMatch(/Status: good/);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no request', Buffer.from('hello')],
    ['a hundred kilobytes', new Uint8Array(100_000)],
  ])('says in its own words that %s is malformed', async (_name, body) => {
    const answer = await fetch(`${system().origin}${API_BASE_PATH}/ocsp`, {
      method: 'POST',
      body: new Uint8Array(body),
    });
    expect([answer.status, Buffer.from(await bytesOf(answer)).toString('hex')]).toEqual([200, '30030a0101']);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const inAddress = await fetch(`${system().origin}${API_BASE_PATH}/ocsp/${'!'.repeat(9)}`);
    expect(Buffer.from(await bytesOf(inAddress)).toString('hex')).toBe('30030a0101');
  });

  it('is limited by address', async () => {
    const url = `${system().origin}${API_BASE_PATH}/crl/${'0'.repeat(40)}.crl`;
    expect((await fetch(url)).status).toBe(404);
    const counts = system().container().connection.collection('rate_counts');
    await counts.updateMany({}, { $set: { count: 300 } });
    expect((await fetch(url)).status).toBe(429);
  });
});
