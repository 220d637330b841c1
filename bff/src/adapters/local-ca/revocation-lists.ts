import { buildCrl, type RevokedEntry } from '../../pki';
import type { CertificateRevocationList } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';
import type { CertificateStore, RevocationListRecord } from './issued-record';
import type { IssuingAuthority } from './issuing-authority';
import { PORT } from './refuse';

const HOUR_MS = 60 * 60_000;
/** The schedule: a list that is so old is followed by the next one though nothing was revoked. */
const SCHEDULE_MS = 12 * HOUR_MS;
/** How long a list is good: two schedules and a night of nobody noticing. */
const VALID_MS = 36 * HOUR_MS;
/** Revocations are listed at once, but of many in a row not each makes a list of its own. Far below the minute we promise. */
const LEAST_AGE_MS = 10_000;
/** Somebody else has made the list each time. */
const TRIES = 3;
/** Older lists are of no use to anybody; these two are for whoever is reading them. */
const KEPT_LISTS = 3;

export interface RevocationLists {
  /** The newest list of the authority, made now if it is due. @throws PortError, and what the store throws */
  current(authority: IssuingAuthority, now: Date): Promise<CertificateRevocationList>;
}

const listOf = ({ der, number, thisUpdate, nextUpdate }: RevocationListRecord): CertificateRevocationList => ({
  der,
  number: BigInt(number),
  thisUpdate,
  nextUpdate,
});

async function entriesOf(store: CertificateStore, authorityKeyId: string, from: Date): Promise<RevokedEntry[]> {
  const entries: RevokedEntry[] = [];
  for await (const { _id, notAfter, revocation } of store.revokedFrom(authorityKeyId, from)) {
    if (revocation) {
      entries.push({ serialNumber: _id, notAfter, revokedAt: revocation.at, reason: revocation.reason });
    }
  }
  return entries;
}

/**
 * Makes the list after `before`. What is unlisted is read first: a change that comes while the list is made stays unlisted, and makes the
 * next one. Whoever dies in between leaves a number unused or a change listed twice, never one that no list shows.
 * @returns null when somebody else was faster
 */
async function makeList(
  store: CertificateStore,
  { keyId, issuer }: IssuingAuthority,
  before: RevocationListRecord | null,
  now: Date,
): Promise<RevocationListRecord | null> {
  const changes = await store.unlistedChanges(keyId);
  // A clock that was set back must not make a list that looks older than the one before.
  const thisUpdate = new Date(Math.max(now.getTime(), before?.thisUpdate.getTime() ?? 0));
  const number = (before?.number ?? 0) + 1;
  const nextUpdate = new Date(thisUpdate.getTime() + VALID_MS);
  const previousUpdate = before?.thisUpdate ?? null;
  const entries = await entriesOf(store, keyId, previousUpdate ?? new Date(0));
  const der = await buildCrl(issuer, { number: BigInt(number), thisUpdate, nextUpdate, previousUpdate }, entries);
  const made = { authorityKeyId: keyId, number, thisUpdate, nextUpdate, der };
  if (!(await store.insertList(made))) {
    return null;
  }
  await store.markListed(changes);
  await store.removeListsBefore(keyId, number - KEPT_LISTS + 1);
  return made;
}

/** Lists are made when they are asked for: on schedule, and at once after a revocation, by whichever process is asked first. */
export function createRevocationLists(store: CertificateStore): RevocationLists {
  const kept = new Map<string, RevocationListRecord>();
  const making = new Map<string, Promise<CertificateRevocationList>>();

  async function newest(keyId: string): Promise<RevocationListRecord | null> {
    const number = await store.newestListNumber(keyId);
    if (number === null) {
      return null;
    }
    const known = kept.get(keyId);
    const list = known?.number === number ? known : await store.readList(keyId, number);
    if (list) {
      kept.set(keyId, list);
    }
    return list;
  }

  async function isDue({ authorityKeyId, thisUpdate }: RevocationListRecord, now: Date): Promise<boolean> {
    const age = now.getTime() - thisUpdate.getTime();
    return age >= SCHEDULE_MS || (age >= LEAST_AGE_MS && (await store.unlistedChanges(authorityKeyId)).length > 0);
  }

  async function currentOf(authority: IssuingAuthority, now: Date): Promise<CertificateRevocationList> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await newest(authority.keyId);
      if (before && !(await isDue(before, now))) {
        return listOf(before);
      }
      const made = await makeList(store, authority, before, now);
      if (made) {
        kept.set(authority.keyId, made);
        return listOf(made);
      }
    }
    throw new PortError(PORT, 'unavailable', 'contended');
  }

  return {
    // Those who ask while it is made wait for the same one.
    current(authority, now) {
      const underWay = making.get(authority.keyId);
      if (underWay) {
        return underWay;
      }
      const made = currentOf(authority, now).finally(() => making.delete(authority.keyId));
      making.set(authority.keyId, made);
      return made;
    },
  };
}
