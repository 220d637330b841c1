import { AppError, appErrorFromBody, type ErrorCode, errorBodySchema } from '@acceptance/shared';
import * as v from 'valibot';

/** An answer of the API before it is judged. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

const codeForForeignAnswer = (status: number): ErrorCode => {
  if (status === 413) {
    return 'request.too_large';
  }
  return status === 502 || status === 503 || status === 504 ? 'server.unavailable' : 'server.unexpected';
};

/** The AppError of an answer outside 2xx; its `details.requestId` is what the applicant tells the service desk. */
export function errorOfAnswer({ status, body }: HttpAnswer): AppError {
  const error = appErrorFromBody(body);
  const parsed = v.safeParse(errorBodySchema, body);
  if (!error || !parsed.success) {
    // A proxy in front of the API answered, not the API.
    return new AppError(codeForForeignAnswer(status));
  }
  const { requestId } = parsed.output.error;
  return new AppError(error.code, { details: { ...error.details, requestId }, fields: error.fields });
}

/** The body of a 2xx answer; throws AppError for every other. */
export function readAnswer(answer: HttpAnswer): unknown {
  if (answer.status < 200 || answer.status >= 300) {
    throw errorOfAnswer(answer);
  }
  return answer.status === 204 ? undefined : answer.body;
}
