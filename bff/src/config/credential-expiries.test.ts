import { credentialExpiries } from './credential-expiries';
import { createSigningFilesMaker, pemOf } from './testing/signing-files';

const files = (chainPem: string, merchantPem: string) => ({
  pem: {
    CONTRACT_SIGNER_CHAIN_FILE: chainPem,
    CONTRACT_SIGNER_KEY_FILE: '',
    WECHAT_PAY_MERCHANT_KEY_FILE: merchantPem,
    WECHAT_PAY_PUBLIC_KEY_FILE: '',
  },
});

it('names every certificate of the chain, and the merchant certificate only where there is one', async () => {
  const maker = await createSigningFilesMaker();
  const notAfter = new Date('2027-03-04T05:06:07Z');
  const issuer = maker.issuer();
  const chainPem = pemOf(maker.signer({ notAfter }, issuer), issuer);
  const ofChain = [
    { name: 'contract signing certificate', notAfter },
    { name: 'contract signing certificate, issuer 1', notAfter: new Date('2028-01-01') },
  ];
  expect(credentialExpiries(files(chainPem, maker.otherKeyPem))).toEqual(ofChain);
  expect(credentialExpiries(files(chainPem, `${maker.otherKeyPem}${pemOf(maker.signer({ notAfter }))}`))).toEqual([
    ...ofChain,
    { name: 'WeChat Pay merchant certificate', notAfter },
  ]);
});

it('names what we and EJBCA know each other by', async () => {
  const maker = await createSigningFilesMaker();
  const notAfter = new Date('2027-03-04T05:06:07Z');
  const pem = {
    EJBCA_CLIENT_CERTIFICATE_FILE: pemOf(maker.signer({ notAfter })),
    EJBCA_CLIENT_KEY_FILE: maker.signerKeyPem,
    EJBCA_ROOT_FILE: pemOf(maker.root),
  };
  expect(credentialExpiries({ pem })).toEqual([
    { name: 'EJBCA client certificate', notAfter },
    { name: 'root of issued certificates', notAfter: new Date('2028-01-01') },
  ]);
});
