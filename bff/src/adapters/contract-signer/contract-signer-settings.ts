import type { Pkcs11KeyName } from '../../signing-keys/pkcs11/pkcs11-uri';

/** Where the private key lies. Passphrase and PIN are in files of their own: they are read each time that the key is opened. */
export type SealingKeyPlace =
  | { readonly kind: 'pem'; readonly file: string }
  | { readonly kind: 'pkcs12'; readonly file: string; readonly passphraseFile: string }
  | { readonly kind: 'pkcs11'; readonly name: Pkcs11KeyName; readonly pinFile: string };

export interface ContractSignerSettings {
  /** PEM: the signing certificate, then its issuers up to the root. */
  readonly chainFile: string;
  readonly key: SealingKeyPlace;
  /** O or CN of the certificate. */
  readonly authorityName: string;
}

/** The files that say who seals: when one of them changes, the key is opened anew. */
export const filesOf = ({ chainFile, key }: ContractSignerSettings): readonly string[] => {
  switch (key.kind) {
    case 'pem':
      return [chainFile, key.file];
    case 'pkcs12':
      return [chainFile, key.file, key.passphraseFile];
    case 'pkcs11':
      return [chainFile, key.pinFile];
  }
};
