import { X509Certificate } from 'node:crypto';
import { nameDer, parseName } from '../../../../scripts/stand-ins/ejbca/distinguished-name';
import { issuerOf, makeRevocationList } from '../../../../scripts/stand-ins/ejbca/make-certificate';
import { createCertificateAuthorities, DEMO_ISSUER_DN } from '../../../../scripts/stand-ins/ejbca/trial-authorities';
import { PortError } from '../../ports/port-error';
import { chainOf } from './certificate-chain';
import { readRevocationList } from './revocation-list';

const thisUpdate = new Date('2026-11-28T02:00:00Z');
const nextUpdate = new Date('2050-01-01T00:00:00Z');

function newAuthority() {
  const { issuerCertificate, issuerKey, rootCertificate } = createCertificateAuthorities();
  const certificate = new X509Certificate(issuerCertificate);
  const publicKeyDer = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return {
    certificate,
    root: new X509Certificate(rootCertificate),
    issuer: issuerOf(nameDer(parseName(DEMO_ISSUER_DN)), publicKeyDer, issuerKey),
  };
}

const ours = newAuthority();
const namesake = newAuthority();
const list = (number: number, entries = [{ serialNumber: '0ABC', at: thisUpdate, reason: 1 }]) =>
  makeRevocationList({ number, thisUpdate, nextUpdate, entries }, ours.issuer);

describe('a revocation list', () => {
  it.each([1, 127, 128, 255, 256, 2 ** 40])('has the number %i', (number) => {
    const der = list(number);
    const read = readRevocationList(der, [ours.certificate, ours.root]);
    expect(read).toEqual({ der: new Uint8Array(der), number: BigInt(number), thisUpdate, nextUpdate });
  });

  it('may be empty', () => {
    expect(readRevocationList(list(3, []), [ours.certificate]).number).toBe(3n);
  });

  it('that a namesake signed, that was changed, or that is none, is no answer', () => {
    const changed = list(1);
    const place = changed.indexOf(Buffer.from('0abc', 'hex'));
    changed.writeUInt8(0x0b, place);
    const attempts: (readonly [Buffer, readonly X509Certificate[]])[] = [
      [list(1), [namesake.certificate]],
      [changed, [ours.certificate]],
      [Buffer.from('nothing'), [ours.certificate]],
      [Buffer.alloc(0), [ours.certificate]],
      [list(1), []],
    ];
    for (const [der, authorities] of attempts) {
      expect(() => readRevocationList(der, authorities)).toThrow(PortError);
    }
  });
});

describe('a chain', () => {
  it('is found in any order among namesakes', () => {
    const pool = [namesake.root, ours.root, namesake.certificate, ours.certificate];
    expect(chainOf(ours.certificate, pool, ours.root)).toEqual([ours.root]);
    expect(chainOf(namesake.certificate, pool, namesake.root)).toEqual([namesake.root]);
  });

  it('does not end at a root that is only sent along', () => {
    expect(chainOf(ours.certificate, [ours.root], namesake.root)).toBeNull();
    expect(chainOf(ours.certificate, [ours.certificate], namesake.root)).toBeNull();
  });
});
