import type { StandInReply } from '../serving/stand-in-server';
import { EjbcaError, jsonReply } from './ejbca-error';
import { CERTIFICATE_HOLD, findBySerial, NOT_REVOKED, type StoredCertificate } from './ejbca-state';
import type { EjbcaWorld } from './ejbca-world';
import { makeRevocationList } from './make-certificate';

const KEY_COMPROMISE = 1;
/** RevocationReasons.java. */
const REASONS: ReadonlyMap<string, number> = new Map([
  ['NOT_REVOKED', NOT_REVOKED],
  ['UNSPECIFIED', 0],
  ['KEY_COMPROMISE', KEY_COMPROMISE],
  ['CA_COMPROMISE', 2],
  ['AFFILIATION_CHANGED', 3],
  ['SUPERSEDED', 4],
  ['CESSATION_OF_OPERATION', 5],
  ['CERTIFICATE_HOLD', CERTIFICATE_HOLD],
  ['REMOVE_FROM_CRL', 8],
  ['PRIVILEGES_WITHDRAWN', 9],
  ['AA_COMPROMISE', 10],
]);
const REMOVE_FROM_CRL = 8;
const LIST_LIFE_MS = 24 * 3600_000;

function find(world: EjbcaWorld, issuerDn: string, serialNumber: string): StoredCertificate | undefined {
  if (issuerDn !== world.ca.dn) throw new EjbcaError(404, `CA '${issuerDn}' does not exist.`);
  if (!/^[0-9a-f]+$/i.test(serialNumber))
    throw new EjbcaError(400, 'Invalid serial number format. Should be HEX encoded');
  return findBySerial(world.state, serialNumber);
}

const iso = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

const view = (issuerDn: string, serialNumber: string, stored: StoredCertificate, reason: string) => ({
  issuer_dn: issuerDn,
  serial_number: serialNumber,
  revocation_reason: reason,
  ...(stored.revocationReason !== NOT_REVOKED && { revocation_date: iso(stored.revocationDate) }),
  revoked: stored.revocationReason !== NOT_REVOKED,
});

/** `GET /v1/certificate/{issuer}/{serial}/revocationstatus`. @throws EjbcaError */
export function revocationStatus(world: EjbcaWorld, issuerDn: string, serialNumber: string): StandInReply {
  const stored = find(world, issuerDn, serialNumber);
  if (!stored) {
    const sentence = `Certificate with serial number '${serialNumber}' and issuer DN '${issuerDn}' was not found`;
    throw new EjbcaError(404, sentence);
  }
  const [reason = ''] = [...REASONS].find(([, value]) => value === stored.revocationReason) ?? [];
  return jsonReply(200, view(issuerDn, serialNumber, stored, reason));
}

/** Revokes in the state; what is on hold can be released or revoked for good, nothing else changes. @throws EjbcaError */
export function revokeStored(world: EjbcaWorld, stored: StoredCertificate, reason: number): void {
  const isHeld = stored.revocationReason === CERTIFICATE_HOLD;
  const ends = reason === REMOVE_FROM_CRL || reason === NOT_REVOKED;
  if (ends && !isHeld) throw new EjbcaError(409, `Certificate ${stored.serialNumber} is not on hold.`);
  const isOver = stored.revocationReason !== NOT_REVOKED && !isHeld;
  const mayChange = world.settings.reasonChange && reason === KEY_COMPROMISE && stored.revocationReason !== reason;
  if (!ends && isOver && !mayChange) {
    throw new EjbcaError(409, 'The certificate is already revoked.');
  }
  const now = world.now().getTime();
  stored.revocationReason = ends ? NOT_REVOKED : reason;
  stored.revocationDate = ends ? NOT_REVOKED : isHeld || isOver ? stored.revocationDate : now;
  stored.updateTime = now;
  world.state.revocationsSinceList = true;
  world.changed();
}

/** `PUT /v1/certificate/{issuer}/{serial}/revoke?reason=`. @throws EjbcaError */
export function revokeCertificate(
  world: EjbcaWorld,
  issuerDn: string,
  serialNumber: string,
  reasonText: string | null,
): StandInReply {
  const reason = REASONS.get(reasonText ?? '');
  const stored = find(world, issuerDn, serialNumber);
  if (reason === undefined) throw new EjbcaError(400, 'Invalid revocation reason.');
  if (!stored) throw new EjbcaError(404, `Could not find certificate ${serialNumber}.`);
  revokeStored(world, stored, reason);
  // The reason is answered as it was asked for.
  return jsonReply(200, { ...view(issuerDn, serialNumber, stored, reasonText ?? ''), message: 'Successfully revoked' });
}

/** The latest revocation list as DER in base64: made anew when something was revoked since, or it ends. */
export function latestRevocationList(world: EjbcaWorld): string {
  const { state, ca } = world;
  const now = world.now();
  const latest = state.revocationList;
  if (latest && !state.revocationsSinceList && now.getTime() < latest.nextUpdate) return latest.crl;
  const number = (latest?.number ?? 0) + 1;
  const nextUpdate = new Date(now.getTime() + LIST_LIFE_MS);
  const entries = state.certificates
    .filter(({ revocationReason }) => revocationReason !== NOT_REVOKED)
    .map(({ serialNumber, revocationDate, revocationReason }) => ({
      serialNumber,
      at: new Date(revocationDate),
      reason: revocationReason,
    }));
  const crl = makeRevocationList({ number, thisUpdate: now, nextUpdate, entries }, ca.issuer).toString('base64');
  state.revocationList = { number, nextUpdate: nextUpdate.getTime(), crl };
  state.revocationsSinceList = false;
  world.changed();
  return crl;
}
