import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { bitString, element, explicit, integer, oid, pem, sequence, setOf } from '../der-writer';
import { nameDer, parseName } from '../distinguished-name';
import { extension } from '../make-certificate';

export interface TrialKey {
  readonly privateKey: KeyObject;
  readonly publicKeyDer: Buffer;
}

const toTrialKey = ({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): TrialKey => ({
  privateKey,
  publicKeyDer: publicKey.export({ type: 'spki', format: 'der' }),
});

export const newEcKey = (namedCurve = 'P-256'): TrialKey => toTrialKey(generateKeyPairSync('ec', { namedCurve }));
export const newRsaKey = (modulusLength = 2048): TrialKey => toTrialKey(generateKeyPairSync('rsa', { modulusLength }));

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/** What somebody wishes for who knows that requests are copied: a server's name. */
function wishFor(dnsName: string): Buffer {
  const names = extension('2.5.29.17', sequence(element(0x82, Buffer.from(dnsName, 'latin1'))));
  return sequence(oid(EXTENSION_REQUEST), setOf(sequence(names)));
}

/** A PKCS #10 request in DER (RFC 2986). `signedBy`: another key than the one inside. */
export function handMadeCsr(key: TrialKey, o: { dn?: string; dnsName?: string; signedBy?: TrialKey } = {}): Buffer {
  const { privateKey } = o.signedBy ?? key;
  const info = sequence(
    integer('0'),
    nameDer(parseName(o.dn ?? 'CN=what the request says')),
    key.publicKeyDer,
    explicit(0, ...(o.dnsName === undefined ? [] : [wishFor(o.dnsName)])),
  );
  const algorithm =
    privateKey.asymmetricKeyType === 'rsa'
      ? sequence(oid('1.2.840.113549.1.1.11'), Buffer.from([5, 0]))
      : sequence(oid('1.2.840.10045.4.3.2'));
  return sequence(info, algorithm, bitString(sign('sha256', info, privateKey)));
}

export const csrPem = (der: Buffer): string => pem('CERTIFICATE REQUEST', der);
