import { bitString, sequence } from './der/write-der';
import type { PublicKey, SigningKey } from './keys/key-types';
import { signatureAlgorithmOf } from './keys/signature-algorithms';
import { verifySignature } from './keys/verify-signature';
import { PkiError } from './pki-error';

/**
 * SEQUENCE { what is signed, algorithm, signature }: the form of certificates and lists. The signature is verified before it leaves: a token that
 * has another key, or signs SM2 with another id, must not be found out by the holders.
 * @param publicKey the key's own, already read. @throws PkiError wrong_signature
 */
export async function signStructure(tbsDer: Uint8Array, key: SigningKey, publicKey: PublicKey): Promise<Uint8Array> {
  const algorithm = signatureAlgorithmOf(key.algorithm);
  const signature = await key.sign(tbsDer);
  if (!verifySignature(publicKey, algorithm, tbsDer, signature)) {
    throw new PkiError('wrong_signature', 'A signing key made a signature that is not its own');
  }
  return sequence(tbsDer, algorithm, bitString(signature));
}
