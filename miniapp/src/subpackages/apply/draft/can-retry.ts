import { ApiError } from '@acceptance/shared';

/** No answer, or a server that is overloaded: the same request may pass later. */
export const canRetry = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
