import * as v from 'valibot';

const optionalText = (description: string) => v.pipe(v.optional(v.string(), ''), v.description(description));

/** Who seals contracts: the certificate, and its private key in one of three ways. */
export const contractSignerEntries = {
  CONTRACT_SIGNER_CHAIN_FILE: v.pipe(
    v.string('missing'),
    v.minLength(1, 'missing'),
    v.description(
      'PEM file: contract signing certificate, then its issuers up to the root; it and the key (RSA or ECDSA P-256) are looked at before each sealing: replaced together, they seal without a restart',
    ),
  ),
  CONTRACT_SIGNER_KEY_FILE: optionalText(
    'PEM file: private key of the contract signing certificate, without passphrase; one of three ways: this, PKCS#12, PKCS#11',
  ),
  CONTRACT_SIGNER_PKCS12_FILE: optionalText('PKCS#12 file that holds the key; certificates in it are not looked at'),
  CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: optionalText('text file: its passphrase, in one line'),
  CONTRACT_SIGNER_PKCS11_URI: optionalText(
    'key in a token: pkcs11:token=…;object=… (RFC 7512, without PIN); of several of this name the one of the certificate, so that a new key may lie beside the one before',
  ),
  CONTRACT_SIGNER_PKCS11_MODULE: optionalText(
    'file of the library of that token; empty: the URI ends with ?module-path=…',
  ),
  CONTRACT_SIGNER_PKCS11_PIN_FILE: optionalText('text file: PIN of that token, in one line'),
};
