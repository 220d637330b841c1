import { readFile } from 'node:fs/promises';
import { openSigningKeyPem, openSigningKeyPkcs12, type PublicKey, type SigningKey } from '../pki';
import { readPkcs11Uri } from './pkcs11/pkcs11-uri';
import { openTokenSigningKey } from './pkcs11/token-signing-key';

/** A private key by its place. It is named, not held: settings may be copied into a thread that opens it there. */
export interface KeySetting {
  /** A PEM or PKCS#12 file, or an RFC 7512 URI of a key in a token. */
  readonly location: string;
  /** Of the file, or the PIN of the token; empty: none. */
  readonly passphrase: string;
}

async function openFileKey({ location, passphrase }: KeySetting): Promise<SigningKey> {
  const bytes = await readFile(location);
  return bytes.includes('-----BEGIN ')
    ? openSigningKeyPem(bytes.toString('latin1'), passphrase || undefined)
    : openSigningKeyPkcs12(bytes, passphrase).key;
}

/** The private key of a certificate's public one, wherever it lies. @throws Error that quotes neither passphrase nor key */
export async function openKey(setting: KeySetting, publicKey: PublicKey): Promise<SigningKey> {
  const inToken = readPkcs11Uri(setting.location);
  return inToken ? openTokenSigningKey(inToken, setting.passphrase, publicKey) : openFileKey(setting);
}
