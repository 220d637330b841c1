import { createHash, randomBytes, verify, type X509Certificate } from 'node:crypto';
import { type TokenCertificate, UkeyAgentError, type UkeyAgentRequest } from '@acceptance/shared';
import { checkChain, holderCertificates, publicKeyDerOf, readCertificate } from '../token/certificate-chain';
import { certificateFields } from '../token/certificate-fields';
import { asHolder, type TokenDesk, withoutPin } from '../token/token-desk';
import type { CertificateToStore, TokenSession } from '../token/token-driver';
import { findKey } from './make-key';

const decode = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);
/** CKA_ID of an issuer: the usual key identifier, so that an issuer that comes again is found (PKCS#11 2.40, 4.6.3). */
const authorityId = (certificate: X509Certificate): string =>
  createHash('sha1').update(publicKeyDerOf(certificate)).digest('hex');

const toStore = (id: string, certificate: X509Certificate, isAuthority: boolean): CertificateToStore => {
  const der = Uint8Array.from(certificate.raw);
  return { id, der, label: isAuthority ? 'issuer' : 'holder', isAuthority, ...certificateFields(der) };
};

/** Nothing else is ever signed with these first octets, and the message is drawn here: no page can have it signed. */
const probe = (): Buffer => Buffer.concat([Buffer.from('certificate-acceptance self-check v1\n'), randomBytes(32)]);

/** The certificate that is in the token, once the key has signed what it verifies. @throws UkeyAgentError, TokenError */
async function checkInSession(session: TokenSession, keyId: string): Promise<TokenCertificate> {
  await findKey(session, keyId);
  const stored = holderCertificates(await session.certificates()).find((one) => one.keyId === keyId);
  if (!stored) {
    throw new UkeyAgentError('ukey.certificate_missing');
  }
  const message = probe();
  const signature = await session.sign(keyId, message);
  const { publicKey } = readCertificate(decode(stored.certificate));
  if (!verify('sha256', message, publicKey, signature)) {
    throw new UkeyAgentError('ukey.check_failed');
  }
  return stored;
}

/** @throws UkeyAgentError, TokenError */
export const checkCertificate = (
  desk: TokenDesk,
  request: UkeyAgentRequest<'checkCertificate'>,
): Promise<TokenCertificate> => asHolder(desk, request, (session) => checkInSession(session, request.keyId));

/** @throws UkeyAgentError, TokenError */
export const listCertificates = (desk: TokenDesk, { token }: UkeyAgentRequest<'listCertificates'>) =>
  withoutPin(desk, token, async (session) => ({ certificates: holderCertificates(await session.certificates()) }));

/**
 * Writes a certificate and its issuers and checks them by reading and signing. What is there already is not written again; the key's older
 * certificate goes only when the new one is in. @throws UkeyAgentError, TokenError
 */
export function writeCertificate(
  desk: TokenDesk,
  request: UkeyAgentRequest<'writeCertificate'>,
): Promise<TokenCertificate> {
  const certificate = readCertificate(decode(request.certificate));
  const chain = request.chain.map((der) => readCertificate(decode(der)));
  checkChain(certificate, chain);
  return asHolder(desk, request, async (session) => {
    const { publicKeyDer } = await findKey(session, request.keyId);
    if (!isSame(publicKeyDer, publicKeyDerOf(certificate))) {
      throw new UkeyAgentError('ukey.certificate_of_other_key');
    }
    const before = await session.certificates();
    const wanted = [
      toStore(request.keyId, certificate, false),
      ...chain.map((issuer) => toStore(authorityId(issuer), issuer, true)),
    ];
    for (const one of wanted) {
      if (!before.some(({ id, der }) => id === one.id && isSame(der, one.der))) {
        await session.storeCertificate(one);
      }
    }
    for (const old of before.filter(({ id, der }) => id === request.keyId && !isSame(der, certificate.raw))) {
      await session.removeCertificate(old);
    }
    const written = await checkInSession(session, request.keyId);
    if (!isSame(decode(written.certificate), certificate.raw)) {
      throw new UkeyAgentError('ukey.check_failed');
    }
    return written;
  });
}
