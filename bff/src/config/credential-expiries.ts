import type { Config } from './load-config';
import { certificatesOfPem, orNull } from './read-pem-material';

/** A certificate that somebody has to replace in time. */
export interface CredentialExpiry {
  /** Fit for a log or a message: says which one, never what is in it. */
  readonly name: string;
  readonly notAfter: Date;
}

const expiriesOf = (pem: string, nameAt: (index: number) => string): CredentialExpiry[] =>
  (orNull(() => certificatesOfPem(pem)) ?? []).map(({ validTo }, index) => ({
    name: nameAt(index),
    notAfter: new Date(validTo),
  }));

/**
 * When the certificates among the settings end: the contract signing chain, and the merchant's API certificate where
 * its PEM file holds it beside the key. A bare key has no end.
 */
export function credentialExpiries({ pem }: Pick<Config, 'pem'>): CredentialExpiry[] {
  return [
    ...expiriesOf(pem.CONTRACT_SIGNER_CHAIN_FILE, (index) =>
      index === 0 ? 'contract signing certificate' : `contract signing certificate, issuer ${index}`,
    ),
    ...expiriesOf(pem.WECHAT_PAY_MERCHANT_KEY_FILE, (index) =>
      index === 0 ? 'WeChat Pay merchant certificate' : `WeChat Pay merchant certificate, issuer ${index}`,
    ),
  ];
}
