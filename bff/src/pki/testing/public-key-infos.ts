import { bitString, integer, nothing, objectIdentifier, sequence } from '../der/write-der';
import { oids } from '../oids';

/** SubjectPublicKeyInfo of an RSA key, good or not. */
export const rsaKeyInfo = (modulus: bigint, exponent = 65537n): Uint8Array =>
  sequence(
    sequence(objectIdentifier(oids.rsaEncryption), nothing()),
    bitString(sequence(integer(modulus), integer(exponent))),
  );

/** SubjectPublicKeyInfo of a point, in whatever form. */
export const pointKeyInfo = (curve: string, point: Uint8Array): Uint8Array =>
  sequence(sequence(objectIdentifier(oids.ecPublicKey), objectIdentifier(curve)), bitString(point));
