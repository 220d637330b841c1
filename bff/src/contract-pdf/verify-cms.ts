import { createHash, verify, X509Certificate } from 'node:crypto';
import { oids } from './cms-oids';
import { bytesOf, decode, encode, issuerAndSerialNumber, membersOf, oidOf, set } from './der';

export interface CmsContents {
  signer: X509Certificate;
  signerName: string;
  certificates: X509Certificate[];
  messageDigest: Buffer;
  /** What the signature value was computed over: the attributes as a DER SET. */
  signedAttributes: Buffer;
  signature: Buffer;
  problems: string[];
}

const contextClass = 0x80;
const acceptedSignatures: string[] = [oids.rsaEncryption, oids.sha256WithRsaEncryption];

/**
 * Takes a detached SignedData with one signer apart (RFC 5652, 5). Deviations from PAdES B-B that matter for trust are
 * listed as problems.
 * @throws Error when the structure is not readable as such
 */
export function readCms(der: Buffer): CmsContents {
  const [contentInfoType, wrapped] = membersOf(decode(der));
  if (oidOf(contentInfoType) !== oids.signedData) throw new Error('Not signed data');
  const members = membersOf(membersOf(wrapped)[0]);
  const certificateSet = members.find((member) => member.tagClass === contextClass && Number(member.type) === 0);
  const signerInfos = membersOf(members.at(-1));
  const signerInfo = membersOf(signerInfos[0]);
  if (signerInfos.length !== 1) throw new Error('Exactly one signer was expected');
  const [, signerId, digestAlgorithm, attributeSet, signatureAlgorithm, signatureValue] = signerInfo;
  if (!signerId || attributeSet?.tagClass !== contextClass) throw new Error('Signed attributes are missing');

  const certificateDers = membersOf(certificateSet).map(encode);
  const wanted = encode(signerId);
  const signerDer = certificateDers.find((candidate) => encode(issuerAndSerialNumber(candidate)).equals(wanted));
  if (!signerDer) throw new Error('The signer certificate is missing');
  const signer = new X509Certificate(signerDer);

  const attributes = membersOf(attributeSet);
  const problems: string[] = [];
  const attributeValue = (oid: string) => {
    const found = attributes.filter((attribute) => oidOf(membersOf(attribute)[0]) === oid);
    const values = found.length === 1 ? membersOf(membersOf(found[0])[1]) : [];
    return values.length === 1 ? values[0] : undefined;
  };
  const contentType = attributeValue(oids.contentType);
  if (!contentType || oidOf(contentType) !== oids.data) problems.push('签名缺少内容类型。');
  const usesSha256 = oidOf(membersOf(digestAlgorithm)[0]) === oids.sha256;
  const usesRsa = acceptedSignatures.includes(oidOf(membersOf(signatureAlgorithm)[0]));
  if (!usesSha256 || !usesRsa) problems.push('签名使用了不接受的算法。');
  const reference = attributeValue(oids.signingCertificateV2);
  if (!reference || !namesCertificate(reference, signerDer)) problems.push('签名没有指明它所用的证书。');
  return {
    signer,
    signerName: commonName(signer),
    certificates: certificateDers.map((certificate) => new X509Certificate(certificate)),
    messageDigest: bytesOf(attributeValue(oids.messageDigest)),
    signedAttributes: encode(set(...attributes)),
    signature: bytesOf(signatureValue),
    problems,
  };
}

/** RSA PKCS#1 v1.5 with SHA-256 by the signer's key over the attributes. */
export function checkSignature({ signer, signedAttributes, signature }: CmsContents): boolean {
  if (signer.publicKey.asymmetricKeyType !== 'rsa') return false;
  return verify('sha256', signedAttributes, signer.publicKey, signature);
}

/** ESSCertIDv2 with the default SHA-256 (RFC 5035, 4): binds the signature to this very certificate. */
function namesCertificate(value: Parameters<typeof membersOf>[0], certificateDer: Buffer): boolean {
  const first = membersOf(membersOf(membersOf(value)[0])[0])[0];
  return bytesOf(first).equals(createHash('sha256').update(certificateDer).digest());
}

function commonName(certificate: X509Certificate): string {
  const line = certificate.subject.split('\n').find((part) => part.startsWith('CN='));
  return line?.slice(3) ?? '';
}
