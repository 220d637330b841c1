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
 * When the certificates among the settings end: the contract signing chain, the seal maker's, the merchant's API certificate
 * where its PEM file holds it beside the key, the local authority's chains and responders, and what we and EJBCA know each
 * other by. A bare key has no end.
 */
export function credentialExpiries({ pem }: { readonly pem: Partial<Config['pem']> }): CredentialExpiry[] {
  const named = (chain: string | undefined, name: string): CredentialExpiry[] =>
    expiriesOf(chain ?? '', (index) => (index === 0 ? name : `${name}, issuer ${index}`));
  return [
    ...named(pem.CONTRACT_SIGNER_CHAIN_FILE, 'contract signing certificate'),
    ...named(pem.SEAL_MAKER_CHAIN_FILE, 'seal maker certificate'),
    ...named(pem.WECHAT_PAY_MERCHANT_KEY_FILE, 'WeChat Pay merchant certificate'),
    ...named(pem.LOCAL_CA_CHAIN_FILE, 'issuing certificate'),
    ...named(pem.LOCAL_CA_OCSP_CERTIFICATE_FILE, 'status responder certificate'),
    ...named(pem.LOCAL_CA_SM2_CHAIN_FILE, 'SM2 issuing certificate'),
    ...named(pem.LOCAL_CA_SM2_OCSP_CERTIFICATE_FILE, 'SM2 status responder certificate'),
    ...named(pem.EJBCA_CLIENT_CERTIFICATE_FILE, 'EJBCA client certificate'),
    ...named(pem.EJBCA_SERVER_CA_FILE, 'authority of the EJBCA server'),
    ...named(pem.EJBCA_ROOT_FILE, 'root of issued certificates'),
  ];
}
