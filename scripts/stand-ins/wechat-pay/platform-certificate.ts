import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { md, pki } from 'node-forge';

const LIFE_YEARS = 5;

/** A 平台证书 of WeChat Pay with its private key, both PEM; moments are ISO 8601 texts. */
export interface PlatformCertificate {
  /** Upper-case hexadecimal, as `Wechatpay-Serial` names it. */
  serial: string;
  certificate: string;
  privateKey: string;
  effectiveTime: string;
  expireTime: string;
}

/** A new certificate that is valid from now on for five years. Its subject and issuer are WeChat Pay's but for the demo. */
export function createPlatformCertificate(now: Date): PlatformCertificate {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(keys.publicKey);
  // Positive, and 40 characters as real ones are.
  certificate.serialNumber = `5${randomBytes(20).toString('hex').slice(1)}`;
  const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + LIFE_YEARS);
  certificate.validity.notBefore = notBefore;
  certificate.validity.notAfter = notAfter;
  certificate.setSubject([
    { name: 'commonName', value: 'Tenpay.com sign demo' },
    { name: 'organizationName', value: 'Tenpay.com' },
  ]);
  certificate.setIssuer([{ name: 'commonName', value: 'Tenpay.com Root CA demo' }]);
  certificate.sign(pki.privateKeyFromPem(keys.privateKey), md.sha256.create());
  return {
    serial: certificate.serialNumber.toUpperCase(),
    certificate: pki.certificateToPem(certificate).replaceAll('\r', ''),
    privateKey: keys.privateKey,
    effectiveTime: notBefore.toISOString(),
    expireTime: notAfter.toISOString(),
  };
}
