import { ApiError, type FieldProblem } from '@acceptance/shared';
import { clientError } from '../text/client-error';
import { joinSentences } from '../text/punctuation';
import { tellIncident } from './incidents';
import { NetworkError } from './network-error';

/** An error as a person reads it: what happened, what to do, and which fields it is about. */
export interface Problem {
  readonly kind: 'offline' | 'signed-out' | 'refused';
  /** The API's code; null when the request never got an answer. */
  readonly code: ApiError['code'] | null;
  readonly message: string;
  readonly next: string;
  readonly fields: readonly FieldProblem[];
  /** How long the API asks to wait; null when it does not. */
  readonly waitSeconds: number | null;
  /** To be told to the service desk; only where the text asks for it. */
  readonly requestId: string | null;
}

const SIGNED_OUT_CODES: readonly ApiError['code'][] = ['auth.required', 'auth.session_expired'];

const fromAppError = (error: ApiError): Problem => {
  const seconds = error.details?.seconds;
  return {
    kind: SIGNED_OUT_CODES.includes(error.code) ? 'signed-out' : 'refused',
    code: error.code,
    message: error.userMessage,
    next: error.next,
    fields: error.fields ?? [],
    waitSeconds: typeof seconds === 'number' ? seconds : null,
    requestId: error.code === 'server.unexpected' ? error.requestId : null,
  };
};

/** Any thrown value as a Problem; what is not ours reads as an unexpected failure and is reported. */
export function problemOf(error: unknown): Problem {
  if (error instanceof NetworkError) {
    return {
      kind: 'offline',
      code: null,
      message: error.userMessage,
      next: error.next,
      fields: [],
      waitSeconds: null,
      requestId: null,
    };
  }
  if (error instanceof ApiError) {
    return fromAppError(error);
  }
  tellIncident({ kind: 'error', error });
  return fromAppError(clientError('server.unexpected'));
}

/** Message for the field at `path` (dotted, as in the request body), or null. */
export const fieldMessage = (problem: Problem | null, path: string): string | null =>
  problem?.fields.find((field) => field.path === path)?.message ?? null;

/** One sentence for a notice or a toast. */
export const problemSentence = ({ message, next }: Problem): string => joinSentences(message, next);
