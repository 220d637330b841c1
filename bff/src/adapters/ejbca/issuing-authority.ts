import { X509Certificate } from 'node:crypto';
import type { CertificateAuthorityHealth, IssuedCertificate } from '../../ports/certificate-authority';
import { chainOf, readPemCertificates, serialNumberOf } from './certificate-chain';
import { authoritiesSchema } from './ejbca-answers';
import { type EjbcaClient, failureOfAnswer } from './ejbca-client';
import { failureOf, rejected } from './ejbca-failure';
import type { EjbcaSettings } from './ejbca-settings';

/** The issuing CA as EJBCA knows it. */
export interface IssuingAuthority {
  /** Its subject as EJBCA writes it, percent-encoded for paths: EJBCA finds a CA by the hash of just that text. */
  encodedDn(): Promise<string>;
  /** Its certificate and those above it. @throws PortError */
  certificates(): Promise<X509Certificate[]>;
  /** @throws PortError `rejected`, `wrong_certificate` when it was not signed below the trusted root */
  delivered(certificate: X509Certificate, pool: readonly X509Certificate[]): IssuedCertificate;
  health(): Promise<CertificateAuthorityHealth>;
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, now: Date): boolean =>
  new Date(validFrom) <= now && now < new Date(validTo);

export function createIssuingAuthority(client: EjbcaClient, settings: EjbcaSettings): IssuingAuthority {
  const trustedRoot = new X509Certificate(settings.trustedRootPem);
  let known: string | null = null;

  async function readEncodedDn(): Promise<string> {
    const { certificate_authorities } = await client.request({ method: 'GET', path: '/v1/ca' }, authoritiesSchema);
    const authority = certificate_authorities.find(({ name }) => name === settings.authorityName);
    // Also what EJBCA answers when our role may not use the CA: it lists only those that it may.
    if (!authority) throw failureOf('misconfigured', 'unknown_authority');
    known = encodeURIComponent(authority.subject_dn);
    return known;
  }
  const encodedDn = async (): Promise<string> => known ?? readEncodedDn();

  async function certificates(): Promise<X509Certificate[]> {
    const answer = await client.ask({ method: 'GET', path: `/v1/ca/${await encodedDn()}/certificate/download` });
    if (answer.status !== 200) throw failureOfAnswer(answer);
    return readPemCertificates(answer.text);
  }

  return {
    encodedDn,
    certificates,
    delivered(certificate, pool) {
      const chain = chainOf(certificate, pool, trustedRoot);
      if (!chain || chain.length === 0) throw rejected('wrong_certificate');
      return {
        certificateDer: new Uint8Array(certificate.raw),
        chainDer: chain.map(({ raw }) => new Uint8Array(raw)),
        serialNumber: serialNumberOf(certificate),
      };
    },
    async health() {
      await readEncodedDn();
      const [own, ...above] = await certificates();
      const chain = own && chainOf(own, above, trustedRoot);
      if (!own || !chain) throw failureOf('misconfigured', 'wrong_chain');
      const all = [own, ...chain];
      const now = settings.now();
      return {
        ready: all.every((certificate) => isValidAt(certificate, now)),
        chainNotAfter: new Date(Math.min(...all.map(({ validTo }) => new Date(validTo).getTime()))),
      };
    },
  };
}
