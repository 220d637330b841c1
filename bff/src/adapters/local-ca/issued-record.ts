import type { RevocationReason } from '../../ports/certificate-authority';

export interface Revocation {
  readonly reason: RevocationReason;
  readonly at: Date;
}

/** A certificate of ours and all that becomes of it: one document, so that each change is one atomic update. */
export interface IssuedRecord {
  /** Serial number: upper-case hexadecimal, no leading zeros. */
  readonly _id: string;
  readonly idempotencyKey: string;
  /** SHA-256 of what was ordered. */
  readonly orderSha256: string;
  /** SHA-256 of the SubjectPublicKeyInfo. */
  readonly keySha256: string;
  /** The same where this is the key's first certificate, absent in renewals that keep it: a unique index lets a key have one first. */
  readonly firstOfKey?: string;
  readonly authorityKeyId: string;
  readonly profile: string;
  readonly certificateDer: Uint8Array;
  readonly issuedAt: Date;
  readonly notAfter: Date;
  readonly revocation: Revocation | null;
  /** Id of a change of `revocation` that no list shows yet; absent otherwise. */
  readonly unlisted?: string;
}

/** A change of a revocation as the maker of a list has read it. */
export interface UnlistedChange {
  readonly serialNumber: string;
  readonly change: string;
}

export interface RevocationListRecord {
  readonly authorityKeyId: string;
  /** Counts up from 1; the stored ones are far below what a double holds exactly. */
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly der: Uint8Array;
}

/** What the authority keeps. Each call is one operation on one document, or a reading. */
export interface CertificateStore {
  findByIdempotencyKey(key: string): Promise<IssuedRecord | null>;
  findBySerialNumber(serialNumber: string): Promise<IssuedRecord | null>;
  findByKey(keySha256: string): Promise<IssuedRecord[]>;
  /** False when its idempotency key, its serial number or its key as a first one is taken. */
  insert(record: IssuedRecord): Promise<boolean>;
  /** Changes it from what was read. False when somebody else changed it meanwhile. */
  changeRevocation(read: IssuedRecord, revocation: Revocation | null, change: string): Promise<boolean>;

  unlistedChanges(authorityKeyId: string): Promise<UnlistedChange[]>;
  /** Those whose certificate ends at `from` or later. */
  revokedFrom(authorityKeyId: string, from: Date): AsyncIterable<Pick<IssuedRecord, '_id' | 'notAfter' | 'revocation'>>;
  /** What was changed again meanwhile stays unlisted. */
  markListed(changes: readonly UnlistedChange[]): Promise<void>;
  newestListNumber(authorityKeyId: string): Promise<number | null>;
  readList(authorityKeyId: string, number: number): Promise<RevocationListRecord | null>;
  /** False when the number is taken. */
  insertList(list: RevocationListRecord): Promise<boolean>;
  removeListsBefore(authorityKeyId: string, number: number): Promise<void>;

  ping(): Promise<void>;
  close(): Promise<void>;
}
