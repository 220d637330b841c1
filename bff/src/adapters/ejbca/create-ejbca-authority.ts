import type { CertificateAuthority } from '../../ports/certificate-authority';
import { keyIdOf } from './certificate-chain';
import { crlSchema } from './ejbca-answers';
import { createEjbcaClient } from './ejbca-client';
import { failureOf, rejected } from './ejbca-failure';
import type { EjbcaSettings } from './ejbca-settings';
import { createIssuing } from './issue-certificate';
import { createIssuingAuthority } from './issuing-authority';
import { createRevocation } from './revocation';
import { readRevocationList } from './revocation-list';

/**
 * An issuing CA in EJBCA Community, by its REST API. How EJBCA has to be set up, and what it does unlike the port, is
 * in README.md.
 * @throws Error when a PEM text among the settings cannot be read
 */
export function createEjbcaAuthority(settings: EjbcaSettings): CertificateAuthority {
  const client = createEjbcaClient(settings);
  const authority = createIssuingAuthority(client, settings);
  const revocation = createRevocation(client, authority);
  const { issue, findByKey } = createIssuing({ client, settings, authority, revocation });
  return {
    // SM2 is not among the algorithms of EJBCA.
    abilities: { algorithms: ['rsa-2048', 'rsa-3072', 'ecdsa-p256'], suspension: true },
    issue,
    findByKey,
    revoke: revocation.revoke,
    release: revocation.release,
    status: revocation.status,
    async revocationList(authorityKeyId) {
      const certificates = await authority.certificates();
      if (authorityKeyId !== undefined && authorityKeyId !== (certificates[0] && keyIdOf(certificates[0]))) {
        throw rejected('unknown_authority');
      }
      const path = `/v1/ca/${await authority.encodedDn()}/getLatestCrl`;
      const { crl } = await client.request({ method: 'GET', path }, crlSchema);
      if (!crl) throw failureOf('unavailable', 'no_revocation_list');
      return readRevocationList(crl, certificates);
    },
    health: authority.health,
  };
}
