import {
  type TokenKeyAlgorithm,
  type UkeyAgentAnswer,
  UkeyAgentError,
  type UkeyAgentRequest,
} from '@acceptance/shared';
import { Attributes, CertificationRequest, CertificationRequestInfo } from '@peculiar/asn1-csr';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
} from '@peculiar/asn1-x509';
import { asHolder, type TokenDesk } from '../token/token-desk';
import { findKey } from './make-key';

const COMMON_NAME = '2.5.4.3';
const ASN1_NULL = Uint8Array.of(0x05, 0x00).buffer;

/** RFC 4055, 5 wants NULL parameters for RSA, RFC 5758, 3.2 none for ECDSA. @throws UkeyAgentError where we cannot sign with it */
function signatureAlgorithmOf(algorithm: TokenKeyAlgorithm): AlgorithmIdentifier {
  switch (algorithm) {
    case 'rsa-2048':
    case 'rsa-3072':
      return new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.11', parameters: ASN1_NULL });
    case 'ecdsa-p256':
      return new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
    case 'sm2':
      throw new UkeyAgentError('ukey.unsupported', { algorithm });
  }
}

const nameOf = (commonName: string): Name =>
  new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new AttributeValue({ utf8String: commonName }) }),
    ]),
  ]);

/** PKCS#10 (RFC 2986), signed in the token: proof that the key is in it. @throws UkeyAgentError, TokenError */
export function makeCertificateRequest(
  desk: TokenDesk,
  request: UkeyAgentRequest<'makeCertificateRequest'>,
): Promise<UkeyAgentAnswer<'makeCertificateRequest'>> {
  return asHolder(desk, request, async (session) => {
    const { algorithm, publicKeyDer } = await findKey(session, request.keyId);
    const certificationRequestInfo = new CertificationRequestInfo({
      version: 0,
      subject: nameOf(request.commonName),
      subjectPKInfo: AsnConvert.parse(publicKeyDer, SubjectPublicKeyInfo),
      attributes: new Attributes(),
    });
    const signatureAlgorithm = signatureAlgorithmOf(algorithm);
    const toBeSigned = new Uint8Array(AsnConvert.serialize(certificationRequestInfo));
    const signature = Uint8Array.from(await session.sign(request.keyId, toBeSigned)).buffer;
    const signed = new CertificationRequest({ certificationRequestInfo, signatureAlgorithm, signature });
    return { certificateRequest: Buffer.from(AsnConvert.serialize(signed)).toString('base64') };
  });
}
