import type { Readable } from 'node:stream';
import type { StaffRole } from '@acceptance/shared';

/** Who is calling, as proved by the access token. */
export type Actor =
  | { readonly kind: 'applicant'; readonly id: string; readonly sessionId: string; readonly identityVerified: boolean }
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly sessionId: string;
      readonly roles: readonly StaffRole[];
      /** Must enrol a second factor before anything else. */
      readonly mustEnrol: boolean;
    };

/** What a handler may know of a request besides its declared input. */
export interface RequestContext {
  readonly requestId: string;
  readonly actor: Actor | null;
  /** Client address, as client-address.ts finds it; counted by `rateLimitKeyOf`. */
  readonly address: string;
  readonly userAgent: string;
  /** The page that calls, as its browser says it (RFC 6454, 7), which no page can forge; null where none is said. */
  readonly origin: string | null;
  readonly now: Date;
}

export interface UploadedFile {
  readonly bytes: Buffer;
  readonly declaredMediaType: string;
}

/** The body exactly as received, for signatures of providers. */
export interface RawRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** The same as octets, for what is no text. */
  readonly bytes: Uint8Array;
}

/** How long anybody may keep an answer that is the same for everybody. */
export interface PublicCaching {
  readonly maxAgeSeconds: number;
  /** Strong validator, without quotes. */
  readonly etag: string;
  readonly lastModified?: Date;
}

export interface BinaryResult {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** Absent: nobody keeps it. */
  readonly caching?: PublicCaching;
}

/** What grows with the service. The call is recorded before the first byte leaves; what fails later breaks the connection off. */
export interface StreamedResult {
  readonly bytes: Readable;
  readonly mediaType: string;
}
