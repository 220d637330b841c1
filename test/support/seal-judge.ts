import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Member {
  readonly at: number;
  readonly header: number;
  readonly length: number;
}

/** The members of the outer SEQUENCE as openssl lists them. */
function membersOf(file: string): Member[] {
  const listed = execFileSync('openssl', ['asn1parse', '-inform', 'DER', '-in', file], { encoding: 'utf8' });
  return [...listed.matchAll(/^\s*(\d+):d=1\s+hl=(\d+) l=\s*(\d+) /gm)].map(([, at, header, length]) => ({
    at: Number(at),
    header: Number(header),
    length: Number(length),
  }));
}

/** What openssl says of the SM2 signature of an SES_Seal by the maker's certificate in it (GB/T 38540-2020). */
export function judgeOfSeal(der: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'seal-judge-'));
  try {
    const put = (name: string, bytes: Uint8Array | string): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const [information, certificate, , signature] = membersOf(put('seal.der', der));
    if (!information || !certificate || !signature) {
      throw new Error('A seal has four members');
    }
    const contentOf = ({ at, header, length }: Member) => der.subarray(at + header, at + header + length);
    const { at, header, length } = information;
    const signed = put('information', der.subarray(at, at + header + length));
    // A BIT STRING begins with the number of unused bits.
    const value = put('signature', contentOf(signature).subarray(1));
    const maker = put('maker.cer', contentOf(certificate));
    const key = execFileSync('openssl', ['x509', '-inform', 'DER', '-in', maker, '-noout', '-pubkey']);
    const id = ['-sm3', '-sigopt', 'distid:1234567812345678'];
    const verify = ['dgst', ...id, '-verify', put('maker.pub', key.toString()), '-signature', value, signed];
    return execFileSync('openssl', verify, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
