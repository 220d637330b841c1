import { createHash } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../serving/json-object';
import type { StandInReply } from '../serving/stand-in-server';
import { EjbcaError, jsonReply } from './ejbca-error';
import { NOT_REVOKED, type StoredCertificate } from './ejbca-state';
import type { EjbcaWorld } from './ejbca-world';

const ACTIVE = 20;
const REVOKED = 40;
const LARGEST_PAGE = 1000;

interface Criterion {
  readonly property: string;
  readonly value: string;
  readonly operation: string;
}

const malformed = (): EjbcaError => new EjbcaError(400, 'Invalid search criteria content.');

function criteriaOf({ criteria }: JsonObject): Criterion[] {
  if (!Array.isArray(criteria) || criteria.length === 0) throw malformed();
  return criteria.map((entry: unknown) => {
    if (!isJsonObject(entry)) throw malformed();
    const { property, value, operation } = entry;
    if (typeof property !== 'string' || typeof value !== 'string' || typeof operation !== 'string') throw malformed();
    return { property, value, operation };
  });
}

/** @throws EjbcaError when EJBCA does not know what is looked for */
function check({ property, value }: Criterion, { credentials }: EjbcaWorld): void {
  if (property === 'CA' && value !== credentials.authorityName) {
    throw new EjbcaError(400, 'Invalid search criteria content, unknown CA.');
  }
  if (property !== 'CA' && property !== 'QUERY') throw malformed();
}

/** QUERY looks at subject, username and serial number alike. */
function matches({ property, value, operation }: Criterion, stored: StoredCertificate): boolean {
  if (property === 'CA') return true;
  const fields = [stored.subjectDn, stored.username, stored.serialNumber];
  return fields.some((field) => (operation === 'LIKE' ? field.includes(value) : field === value));
}

function view(stored: StoredCertificate) {
  const der = Buffer.from(stored.certificate, 'base64');
  return {
    fingerprint: createHash('sha1').update(der).digest('hex'),
    subjectDN: stored.subjectDn,
    certificateProfile: stored.certificateProfile,
    notBefore: stored.notBefore,
    expireDate: stored.expireDate,
    revocationDate: stored.revocationDate,
    revocationReason: stored.revocationReason,
    serialNumber: stored.serialNumber,
    status: stored.revocationReason === NOT_REVOKED ? ACTIVE : REVOKED,
    // Spelt like that (ECA-11791).
    udpateTime: stored.updateTime,
    username: stored.username,
    // Base64 of base64: EJBCA encodes the bytes, and Jackson encodes what comes of it.
    base64Cert: Buffer.from(stored.certificate, 'latin1').toString('base64'),
    certificateRequest: null,
  };
}

/** `POST /v2/certificate/search`. @throws EjbcaError */
export function searchCertificates(input: JsonObject, world: EjbcaWorld): StandInReply {
  const criteria = criteriaOf(input);
  if (criteria.filter(({ property }) => property === 'QUERY').length > 1) throw malformed();
  for (const criterion of criteria) check(criterion, world);
  const { page_size, current_page } = isJsonObject(input.pagination) ? input.pagination : {};
  if (typeof page_size !== 'number' || page_size < 1 || page_size > LARGEST_PAGE || typeof current_page !== 'number') {
    throw new EjbcaError(400, 'Invalid pagination.');
  }
  const found = world.state.certificates.filter((stored) => criteria.every((criterion) => matches(criterion, stored)));
  const page = found.slice((current_page - 1) * page_size, current_page * page_size);
  return jsonReply(200, {
    certificates: page.map(view),
    pagination_summary: { page_size, current_page, total_certs: found.length },
  });
}
