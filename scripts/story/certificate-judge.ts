import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOpenssl } from './run-openssl';

/** GM/T 0009: the identity that everybody uses. */
const SM2_IDENTITY = '1234567812345678';
/** OpenSSL's own allowance. */
const TOLERANCE_SECONDS = 300;

/** What OpenSSL says of one certificate: no code of ours has a voice in it. Words are OpenSSL's own, of both streams. */
export interface CertificateJudge {
  /**
   * Opens a certificate file (PKCS#12, RFC 7292) and holds its key against its certificate.
   * @throws Error when the PIN is wrong or the key belongs to another certificate
   */
  openFile(file: Uint8Array, pin: string): Promise<void>;
  /** A certificate without its key: PEM, the holder's first, then who issued it. */
  take(chainPem: readonly string[]): void;
  /** RFC 2253 in UTF-8. */
  subject(): Promise<string>;
  /** `openssl verify` up to the root with the names on the way, against the list of revoked ones at the certificate's own address. */
  chain(): Promise<string>;
  /**
   * For SM2, without the list: OpenSSL 3.0 can be told the identity of GM/T 0009 for the one certificate that it is asked
   * about. So it is asked about each, and says of `leaf.pem` and `issuer.pem` whether they are OK.
   */
  chainOfSm2(): Promise<string>;
  /** `openssl ocsp` to the responder at the certificate's own address. */
  status(): Promise<string>;
  remove(): void;
}

export interface Judged {
  /** Whom to trust: what stands in the file itself is not trusted. PEM. */
  readonly rootPem: string;
  /** The clock of the authority, where that is not the machine's; OpenSSL forgives a responder five minutes. */
  readonly now?: () => Date;
}

export function createCertificateJudge({ rootPem, now = () => new Date() }: Judged): CertificateJudge {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-judge-'));
  const at = (name: string): string => join(folder, name);
  const put = (name: string, content: Uint8Array | string): string => {
    writeFileSync(at(name), content);
    return at(name);
  };
  const openssl = async (args: readonly string[], pin?: string): Promise<string> =>
    (await runOpenssl(args, pin)).toString('utf8');
  /** A verdict may be a refusal: both are answers. */
  const verdict = (...args: string[]): Promise<string> =>
    new Promise((done) => {
      execFile('openssl', args, (_error, stdout, stderr) => done(`${stdout}${stderr}`));
    });
  const [root, leaf, authorities] = [put('root.pem', rootPem), at('leaf.pem'), at('authorities.pem')];

  async function fetchList(): Promise<string> {
    const said = await openssl(['x509', '-in', leaf, '-noout', '-ext', 'crlDistributionPoints']);
    const answer = await fetch(/URI:(\S+)/.exec(said)?.[1] ?? '');
    return put('list.der', Buffer.from(await answer.arrayBuffer()));
  }

  const time = (): string[] => ['-attime', String(Math.floor(now().getTime() / 1000))];
  /** Who signed the certificate stands first among the authorities. */
  const putIssuer = (): string =>
    put('issuer.pem', /-----BEGIN[\s\S]+?-----END CERTIFICATE-----/.exec(readFileSync(authorities, 'utf8'))?.[0] ?? '');

  return {
    async openFile(file, pin) {
      const given = ['pkcs12', '-in', put('holder.p12', file), '-passin', 'env:PIN'];
      const parts = [
        [...given, '-clcerts', '-nokeys', '-out', leaf],
        [...given, '-cacerts', '-nokeys', '-out', authorities],
        [...given, '-nocerts', '-nodes', '-out', at('key.pem')],
      ];
      for (const part of parts) {
        await openssl(part, pin);
      }
      const ofKey = await openssl(['pkey', '-in', at('key.pem'), '-pubout']);
      if (ofKey !== (await openssl(['x509', '-in', leaf, '-noout', '-pubkey']))) {
        throw new Error('The key in the file is not that of its certificate.');
      }
    },
    take([own = '', ...issuers]) {
      put('leaf.pem', own);
      put('authorities.pem', issuers.join('\n'));
    },
    subject: () => openssl(['x509', '-in', leaf, '-noout', '-subject', '-nameopt', 'RFC2253,-esc_msb,utf8']),
    async chain() {
      const words = ['-show_chain', '-nameopt', 'RFC2253,-esc_msb,utf8'];
      const list = ['-crl_check', '-CRLfile', await fetchList()];
      return verdict('verify', ...words, ...time(), ...list, '-CAfile', root, '-untrusted', authorities, leaf);
    },
    async chainOfSm2() {
      const issuer = putIssuer();
      const identity = ['verify', '-vfyopt', `distid:${SM2_IDENTITY}`, ...time()];
      const own = await verdict(...identity, '-partial_chain', '-CAfile', issuer, leaf);
      return `${own}${await verdict(...identity, '-CAfile', root, issuer)}`;
    },
    async status() {
      const responder = (await openssl(['x509', '-in', leaf, '-noout', '-ocsp_uri'])).trim();
      const issuer = putIssuer();
      // For answers OpenSSL has no clock but its own: it is told by how much ours may differ.
      const apart = Math.ceil(Math.abs(now().getTime() - Date.now()) / 1000);
      return verdict(
        ...[
          'ocsp',
          '-validity_period',
          String(apart + TOLERANCE_SECONDS),
          '-url',
          responder,
          '-issuer',
          issuer,
          '-cert',
          leaf,
        ],
        ...['-CAfile', root, '-verify_other', issuer],
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
