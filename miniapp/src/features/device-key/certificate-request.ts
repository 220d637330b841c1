import { bitString, context, integer, sequence } from './der';
import {
  type DeviceKey,
  publicKeyInfoOf,
  type RandomBytes,
  signatureAlgorithmOf,
  signWithDeviceKey,
} from './device-key';

/**
 * PKCS#10 (RFC 2986), DER: the key and the proof that we hold it. The subject is empty: what the certificate will say is
 * for the authority to know.
 */
export async function makeCertificateRequest(key: DeviceKey, randomBytes: RandomBytes): Promise<Uint8Array> {
  const info = sequence(integer(0), sequence(), publicKeyInfoOf(key), context(0, new Uint8Array(0)));
  const signature = await signWithDeviceKey(key, info, randomBytes);
  return sequence(info, signatureAlgorithmOf(key.algorithm), bitString(signature));
}
