import type { AnyEndpoint, ErrorCode } from '@acceptance/shared';
import type { ActNotes } from './act-notes';
import type { Actor } from './request-context';

/** One call of an endpoint, as the audit log is told of it when it is over. */
export interface EndpointCall {
  readonly endpoint: AnyEndpoint;
  /** Whom the access token proved, also when the endpoint is not open to them. */
  readonly actor: Actor | null;
  /** Client address, in clear. */
  readonly address: string;
  readonly requestId: string;
  /** When it began. */
  readonly now: Date;
  /** Parsed input; undefined when the call was refused before or has none. */
  readonly params: unknown;
  readonly body: unknown;
  /** What the handler answered; undefined for a refusal. */
  readonly result: unknown;
  /** What the use cases noted, also before a refusal. */
  readonly notes: ActNotes;
  readonly outcome: 'done' | ErrorCode;
  /** The rate limiter's count with this call; null where it did not count. */
  readonly callsInWindow: number | null;
}

/**
 * Records a call; awaited before its answer is given out: what is not recorded is not shown.
 * @throws AppError server.unavailable when an accepted call could not be recorded; a refusal is answered anyway.
 */
export type RecordCall = (call: EndpointCall) => Promise<void>;
