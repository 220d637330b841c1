import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { type Der, DerMembers } from '../der/read-der';
import { algorithmOf, smallNumberOf } from '../der/read-values';
import { tags } from '../der/write-der';
import { oids } from '../oids';
import { PkiError } from '../pki-error';

/** Ten times what the hardest exporters of today ask for; a file that asks for more would stop the process. */
const MOST_ROUNDS = 10_000_000;

/** Octets of a digest and of the block that it works on. */
const HASHES: Readonly<Record<string, { name: string; digest: number; block: number }>> = {
  [oids.sha1]: { name: 'sha1', digest: 20, block: 64 },
  [oids.sha256]: { name: 'sha256', digest: 32, block: 64 },
  [oids.sha384]: { name: 'sha384', digest: 48, block: 128 },
  [oids.sha512]: { name: 'sha512', digest: 64, block: 128 },
  [oids.sm3]: { name: 'sm3', digest: 32, block: 64 },
};

/** RFC 8018, B.1.2, and GM/T 0091 for SM3. */
const HMACS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
  '1.2.156.10197.1.401.2': 'sm3',
};

const CIPHERS: Readonly<Record<string, { name: string; key: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24 },
  '1.2.156.10197.1.104.2': { name: 'sm4-cbc', key: 16 },
};

/**
 * Opens what PBES2 (RFC 8018, 6.2) or the 3DES of old files (RFC 7292, C) has sealed.
 * @throws PkiError wrong_passphrase, unsupported_algorithm (RC2 and RC4 among them), broken
 */
export function decryptWithPassphrase(algorithmDer: Der, sealed: Uint8Array, passphrase: string): Buffer {
  const { oid, parameters } = algorithmOf(algorithmDer);
  if (!parameters) throw unsupported();
  if (oid === oids.pbes2) return openPbes2(parameters, sealed, passphrase);
  if (oid !== oids.pbeWithSha1And3Des) throw unsupported();
  const members = new DerMembers(parameters);
  const salt = members.take(tags.octetString).content;
  const rounds = roundsOf(members.any());
  const key = deriveKey(oids.sha1, { purpose: 'encryption', passphrase, salt, rounds, length: 24 });
  const vector = deriveKey(oids.sha1, { purpose: 'vector', passphrase, salt, rounds, length: 8 });
  return decipher('des-ede3-cbc', key, vector, sealed);
}

function openPbes2(parameters: Der, sealed: Uint8Array, passphrase: string): Buffer {
  const members = new DerMembers(parameters);
  const derivation = algorithmOf(members.any());
  const encryption = algorithmOf(members.any());
  const cipher = CIPHERS[encryption.oid];
  if (derivation.oid !== oids.pbkdf2 || !derivation.parameters || !cipher) throw unsupported();
  if (encryption.parameters?.tag !== tags.octetString) throw unsupported();
  const pbkdf2 = new DerMembers(derivation.parameters);
  const salt = pbkdf2.take(tags.octetString).content;
  const rounds = roundsOf(pbkdf2.any());
  pbkdf2.optional(tags.integer);
  const function_ = pbkdf2.optional(tags.sequence);
  const hash = function_ ? HMACS[algorithmOf(function_).oid] : 'sha1';
  if (!hash) throw unsupported();
  const key = pbkdf2Sync(Buffer.from(passphrase, 'utf8'), salt, rounds, cipher.key, hash);
  return decipher(cipher.name, key, encryption.parameters.content, sealed);
}

function decipher(name: string, key: Uint8Array, vector: Uint8Array, sealed: Uint8Array): Buffer {
  try {
    const opening = createDecipheriv(name, key, vector);
    return Buffer.concat([opening.update(sealed), opening.final()]);
  } catch {
    throw new PkiError('wrong_passphrase', 'The passphrase does not open the file');
  }
}

/** @throws PkiError broken for none, or for more than anybody waits for */
export function roundsOf(der: Der): number {
  const rounds = smallNumberOf(der);
  if (rounds < 1 || rounds > MOST_ROUNDS)
    throw new PkiError('broken', 'Not readable: a count of rounds is out of range');
  return rounds;
}

export interface KeyDerivation {
  readonly purpose: 'encryption' | 'vector' | 'mac';
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** Octets; none for as many as the digest has. */
  readonly length?: number;
}

/** RFC 7292, B.2. @param hashOid an OID of a digest. @throws PkiError unsupported_algorithm */
export function deriveKey(hashOid: string, { purpose, passphrase, salt, rounds, length }: KeyDerivation): Buffer {
  const hash = HASHES[hashOid];
  if (!hash) throw unsupported();
  const { block } = hash;
  const wanted = length ?? hash.digest;
  const diversifier = Buffer.alloc(block, { encryption: 1, vector: 2, mac: 3 }[purpose]);
  const input = Buffer.concat([fill(salt, block), fill(bigEndianText(passphrase), block)]);
  const output: Buffer[] = [];
  for (let done = 0; done < wanted; done += hash.digest) {
    let digest = createHash(hash.name).update(diversifier).update(input).digest();
    for (let round = 1; round < rounds; round += 1) digest = createHash(hash.name).update(digest).digest();
    output.push(digest);
    const addend = fill(digest, block).subarray(0, block);
    for (let start = 0; start < input.length; start += block) addWithOne(input.subarray(start, start + block), addend);
  }
  return Buffer.concat(output).subarray(0, wanted);
}

export const hashNameOf = (oid: string): string | undefined => HASHES[oid]?.name;

/** UTF-16, big endian, with two zero octets at the end (RFC 7292, B.1). */
function bigEndianText(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le').swap16();
}

/** Repeated up to a multiple of the block. */
function fill(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

/** target = target + addend + 1, modulo its length. */
function addWithOne(target: Buffer, addend: Uint8Array): void {
  let carry = 1;
  for (let index = target.length - 1; index >= 0; index -= 1) {
    carry += (target[index] ?? 0) + (addend[index] ?? 0);
    target[index] = carry & 0xff;
    carry >>= 8;
  }
}

const unsupported = (): PkiError =>
  new PkiError('unsupported_algorithm', 'Not supported: how the file is encrypted; export it again with AES-256');
