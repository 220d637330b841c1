import { type FoundCertificate, searchSchema } from './ejbca-answers';
import type { EjbcaClient } from './ejbca-client';
import type { EjbcaSettings } from './ejbca-settings';

/** More than one certificate of an end entity is already a fault; more than these would be noticed by the first ones. */
const PAGE_SIZE = 20;
const NOT_REVOKED = -1;
const ON_HOLD = 6;

/** RFC 5280, 5.3.1, as EJBCA stores it. */
export const isInForce = ({ revocationReason }: FoundCertificate): boolean => revocationReason === NOT_REVOKED;

const rank = (found: FoundCertificate): number => (isInForce(found) ? 0 : found.revocationReason === ON_HOLD ? 1 : 2);

/**
 * The one that stands first is the one that the key has made; two processes see the same one first. Those in force
 * come first, by when they were written; a superfluous one is revoked at once, so of revoked ones the last revoked.
 */
function byPrecedence(one: FoundCertificate, other: FoundCertificate): number {
  return (
    rank(one) - rank(other) ||
    (isInForce(one) ? (one.udpateTime ?? 0) - (other.udpateTime ?? 0) : other.revocationDate - one.revocationDate) ||
    Buffer.compare(one.base64Cert, other.base64Cert)
  );
}

/** All certificates of an end entity, by precedence. @throws PortError */
export async function findCertificates(
  client: EjbcaClient,
  { authorityName }: EjbcaSettings,
  username: string,
): Promise<FoundCertificate[]> {
  const body = {
    pagination: { page_size: PAGE_SIZE, current_page: 1 },
    criteria: [
      // Looks through subjects, alternative names, serial numbers and account ids as well.
      { property: 'QUERY', value: username, operation: 'EQUAL' },
      { property: 'CA', value: authorityName, operation: 'EQUAL' },
    ],
  };
  const { certificates } = await client.request({ method: 'POST', path: '/v2/certificate/search', body }, searchSchema);
  return certificates.filter((found) => found.username === username).sort(byPrecedence);
}
