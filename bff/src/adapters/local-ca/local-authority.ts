import { createHash } from 'node:crypto';
import type { LocalProfile } from './certificate-profiles';
import type { CertificateStore } from './issued-record';
import type { IssuingAuthority } from './issuing-authority';

/** All that issuing, revoking and answering work with. */
export interface LocalAuthority {
  readonly authorities: readonly IssuingAuthority[];
  readonly store: CertificateStore;
  readonly profiles: Readonly<Record<string, LocalProfile>>;
  /** Without a slash at its end. */
  readonly statusUrl: string;
  readonly policyArc: string;
  readonly cpsUri: string;
  readonly randomBytes: (length: number) => Uint8Array;
}

export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const changeId = ({ randomBytes }: Pick<LocalAuthority, 'randomBytes'>): string =>
  Buffer.from(randomBytes(12)).toString('hex');
