import { createPublicKey, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { asn1, md, pki } from 'node-forge';
import type { KeyPair } from './generate-rsa-key-pair';

export interface IssuedCertificate {
  certificatePem: string;
  /** PKCS#8. */
  privateKeyPem: string;
  /** Distinguished name, kept as given: node-forge would encode a parsed Chinese name twice. */
  name: DistinguishedName;
}

export interface DistinguishedName {
  organization: string;
  commonName: string;
}

export interface CertificateRequest {
  name: DistinguishedName;
  keys: KeyPair;
  notBefore: Date;
  notAfter: Date;
  extensions: object[];
}

/** Makes a certificate for a key pair, signed by `issuer` or by itself. Names are UTF-8 strings (RFC 5280, 4.1.2.4). */
export function issueCertificate(request: CertificateRequest, issuer?: IssuedCertificate): IssuedCertificate {
  const { privateKey, publicKey } = request.keys;
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(pemOfPublic(publicKey));
  // A positive serial number of at most 20 octets (RFC 5280, 4.1.2.2).
  certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
  certificate.validity.notBefore = request.notBefore;
  certificate.validity.notAfter = request.notAfter;
  certificate.setSubject(attributesOf(request.name));
  certificate.setIssuer(attributesOf(issuer?.name ?? request.name));
  const authority = issuer ? subjectKeyIdentifier(issuer) : certificate.generateSubjectKeyIdentifier().getBytes();
  certificate.setExtensions([
    ...request.extensions,
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: authority },
  ]);
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  certificate.sign(pki.privateKeyFromPem(issuer?.privateKeyPem ?? privateKeyPem), md.sha256.create());
  const certificatePem = pki.certificateToPem(certificate).replaceAll('\r', '');
  return { certificatePem, privateKeyPem, name: request.name };
}

/** True when the key is the certificate's. @throws Error when either cannot be read */
export function belongTogether(certificatePem: string, privateKeyPem: string): boolean {
  const publicOfKey = createPublicKey(privateKeyPem).export({ type: 'spki', format: 'der' });
  return new X509Certificate(certificatePem).publicKey.export({ type: 'spki', format: 'der' }).equals(publicOfKey);
}

function pemOfPublic(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

function subjectKeyIdentifier(issuer: IssuedCertificate): string {
  return pki.certificateFromPem(issuer.certificatePem).generateSubjectKeyIdentifier().getBytes();
}

function attributesOf({ organization, commonName }: DistinguishedName): pki.CertificateField[] {
  // Without the UTF8 tag node-forge writes Chinese as a broken PrintableString. Its types want a class here.
  const valueTagClass = asn1.Type.UTF8 as unknown as asn1.Class;
  return [
    { name: 'countryName', value: 'CN' },
    { name: 'organizationName', value: organization, valueTagClass },
    { name: 'commonName', value: commonName, valueTagClass },
  ];
}
