import { ApiError, type ApiErrorOptions, type FieldProblem } from './api-error';
import { ERROR_CATALOGUE, type ErrorCode } from './error-catalogue';

/** What the API answers for an error. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly next: string;
    readonly requestId: string;
    readonly details?: Readonly<Record<string, string | number>>;
    readonly fields?: readonly FieldProblem[];
  };
}

/** The only error that use cases throw on purpose; everything else is a bug or a failing remote. */
export class AppError extends ApiError {
  override readonly name = 'AppError';

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    super(code, ERROR_CATALOGUE[code], options);
  }

  toBody(requestId: string): ErrorBody {
    const { code, userMessage: message, next, details, fields } = this;
    return { error: { code, message, next, requestId, ...(details && { details }), ...(fields && { fields }) } };
  }
}
