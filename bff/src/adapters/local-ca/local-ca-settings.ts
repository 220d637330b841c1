import type { mongo } from 'mongoose';
import type { KeySetting } from '../../signing-keys/open-key';

/** An issuing authority with the key that answers status requests in its name. Keys are named, not held: they are opened in the thread. */
export interface IssuingAuthoritySettings {
  /** What its key is, and what keys it gives certificates to: SM2 stays among itself. */
  readonly kind: 'rsa-or-ec' | 'sm2';
  /** PEM: the issuing certificate first, the root last. */
  readonly chainPem: string;
  readonly key: KeySetting;
  /** PEM, issued by the first of the chain, with `ocspSigning`. */
  readonly responderPem: string;
  readonly responderKey: KeySetting;
}

/** What the thread is given. It is cloned: plain data only. */
export interface LocalCaSettings {
  /** Of a database and a role of the authority's own. */
  readonly databaseUri: string;
  /** Limits and what an acknowledgement means. */
  readonly databaseOptions: mongo.MongoClientOptions;
  /** One for RSA and elliptic curves, one for SM2, or both. */
  readonly authorities: readonly IssuingAuthoritySettings[];
  /** Address below which `/crl/…` and `/ocsp` are reached by the public; it is written into certificates. */
  readonly statusUrl: string;
  /** Arc under which the policies of the profiles are numbered, in dotted form. */
  readonly policyArc: string;
  /** Where the certification practice statement is published. */
  readonly cpsUri: string;
}
