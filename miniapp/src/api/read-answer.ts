import { type ApiError, apiErrorOf, type ClientErrorCode } from '@acceptance/shared';
import { clientError } from '../text/client-error';

/** An answer of the API before it is judged. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

const codeForForeignAnswer = (status: number): ClientErrorCode => {
  if (status === 413) {
    return 'request.too_large';
  }
  return status === 502 || status === 503 || status === 504 ? 'server.unavailable' : 'server.unexpected';
};

/** The error of an answer outside 2xx. What a proxy in front of the API answers has a code of ours, too. */
export const errorOfAnswer = ({ status, body }: HttpAnswer): ApiError =>
  apiErrorOf(status, body) ?? clientError(codeForForeignAnswer(status));

/** The body of a 2xx answer; throws ApiError for every other. */
export function readAnswer(answer: HttpAnswer): unknown {
  if (answer.status < 200 || answer.status >= 300) {
    throw errorOfAnswer(answer);
  }
  return answer.status === 204 ? undefined : answer.body;
}
