import { createHash, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { ExtendedKeyUsage, KeyUsage } from '../../pki';
import { encodeName, extendedKeyUsageOids, pemOf } from '../../pki';
import { keyUsageBits } from '../../pki/certificates/usage-names';
import { extension } from '../../pki/certificates/write-extensions';
import { membersOf, readDer } from '../../pki/der/read-der';
import {
  bitString,
  bool,
  explicit,
  integer,
  namedBits,
  nothing,
  objectIdentifier,
  octetString,
  primitiveTag,
  sequence,
  time,
  value,
} from '../../pki/der/write-der';
import { oids } from '../../pki/oids';

/** Who signs: its key, and its certificate, which need not be one that anybody should trust. */
export interface Party {
  readonly name: Uint8Array;
  readonly key: KeyObject;
  readonly keyInfo: Buffer;
  readonly der: Buffer;
  readonly pem: string;
}

export interface PartyWishes {
  readonly commonName: string;
  readonly issuer?: Party;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly usages?: readonly KeyUsage[];
  readonly purposes?: readonly ExtendedKeyUsage[];
  readonly purposesAreCritical?: boolean;
  /** An authority, with so many below it. */
  readonly pathLength?: number | null;
  /** A public key of another kind in place of its own, as it stands in the certificate. */
  readonly keyInfo?: Buffer;
  readonly keys?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  readonly critical?: string;
  /** With what its issuer signs; SHA-256 when absent. */
  readonly hash?: 'sha1';
}

let serial = 1000;

/**
 * A certificate of ECDSA P-256 as one wishes, also what `pki` refuses to make: usages that contradict each other, keys that
 * are none.
 */
export function madeParty(wishes: PartyWishes): Party {
  const { privateKey, publicKey } = wishes.keys ?? generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyInfo = wishes.keyInfo ?? publicKey.export({ type: 'spki', format: 'der' });
  const name = encodeName([{ type: 'commonName', value: wishes.commonName }]);
  const { issuer, pathLength } = wishes;
  const signingKey = issuer?.key ?? privateKey;
  const algorithm = wishes.hash ? sequence(objectIdentifier('1.2.840.10045.4.1')) : algorithmOfKey(signingKey);
  serial += 1;
  const purposes = (wishes.purposes ?? []).map((purpose) => objectIdentifier(extendedKeyUsageOids[purpose]));
  const list = [
    extension(oids.subjectKeyIdentifier, false, octetString(identifierOf(keyInfo))),
    extension(
      oids.authorityKeyIdentifier,
      false,
      sequence(value(primitiveTag(0), identifierOf(issuer?.keyInfo ?? keyInfo))),
    ),
    extension(oids.keyUsage, true, namedBits((wishes.usages ?? []).map((usage) => keyUsageBits.indexOf(usage)))),
    ...(pathLength === undefined
      ? []
      : [
          extension(
            oids.basicConstraints,
            true,
            sequence(bool(true), ...(pathLength === null ? [] : [integer(pathLength)])),
          ),
        ]),
    ...(purposes.length > 0
      ? [extension(oids.extendedKeyUsage, wishes.purposesAreCritical ?? false, sequence(...purposes))]
      : []),
    ...(wishes.critical ? [extension(wishes.critical, true, nothing())] : []),
  ];
  const tbs = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    issuer?.name ?? name,
    sequence(time(wishes.notBefore), time(wishes.notAfter)),
    name,
    keyInfo,
    explicit(3, sequence(...list)),
  );
  const der = sequence(tbs, algorithm, bitString(sign(wishes.hash ?? 'sha256', tbs, signingKey)));
  return { name, key: privateKey, keyInfo, der, pem: pemOf('CERTIFICATE', der) };
}

/** A party out of PEM, such as the trial's. */
export function partyOf(certificatePem: string, key: KeyObject): Party {
  const certificate = new X509Certificate(certificatePem);
  const keyInfo = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return { name: Buffer.alloc(0), key, keyInfo, der: certificate.raw, pem: certificatePem };
}

export const algorithmOfKey = (key: KeyObject): Buffer =>
  key.asymmetricKeyType === 'rsa'
    ? sequence(objectIdentifier(oids.sha256WithRsa), nothing())
    : sequence(objectIdentifier(oids.ecdsaWithSha256));

/** As authorities make it: of the key's bits alone. */
function identifierOf(keyInfo: Uint8Array): Buffer {
  const [, bits] = membersOf(readDer(keyInfo));
  return createHash('sha1')
    .update(bits ? bits.content.subarray(1) : keyInfo)
    .digest();
}
