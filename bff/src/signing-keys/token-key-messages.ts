import type { Pkcs11KeyName } from './pkcs11/pkcs11-uri';

/** What the thread of a key in a token is given. It is cloned: plain data only. */
export interface TokenKeyData {
  readonly name: Pkcs11KeyName;
  readonly pin: string;
  /** Of the certificate that the key is to belong to, DER. */
  readonly publicKeyInfoDer: Uint8Array;
}

/** `pin`: the token refused it, and is not asked again; `unfit`: the token has not this key; `absent`: no word from the token. */
export type TokenRefusal = 'pin' | 'unfit' | 'absent';

export type TokenAnswer = { readonly signature: Uint8Array } | { readonly refusal: TokenRefusal };
