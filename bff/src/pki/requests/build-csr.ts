import { bitString, explicit, integer, sequence } from '../der/write-der';
import type { SigningKey } from '../keys/key-types';
import { signatureAlgorithmOf } from '../keys/signature-algorithms';
import { encodeName } from '../names/distinguished-name';
import type { NameAttribute } from '../names/name-types';

/** A PKCS#10 request (RFC 2986), DER, without attributes. @throws PkiError invalid_input */
export async function buildCsr(key: SigningKey, subject: readonly NameAttribute[]): Promise<Uint8Array> {
  const information = sequence(integer(0), encodeName(subject), key.publicKeyInfoDer, explicit(0));
  const signature = await key.sign(information);
  return sequence(information, signatureAlgorithmOf(key.algorithm), bitString(signature));
}
