import { ERROR_CATALOGUE, type ErrorCode } from './error-catalogue';

/** A problem with one input field; `path` is dotted as in the request body, e.g. `delivery.phone`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export interface AppErrorOptions {
  /** Values for the `{placeholders}` of the message. Never personal data. */
  readonly details?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldProblem[];
  readonly cause?: unknown;
}

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

/** The template with its `{placeholders}` filled from the details; one without a value stays as it is. */
export const fillDetails = (template: string, details: AppErrorOptions['details']): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(details?.[name] ?? placeholder));

/** The only error that use cases throw on purpose; everything else is a bug or a failing remote. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly status: number;
  readonly userMessage: string;
  readonly next: string;
  readonly details: AppErrorOptions['details'];
  readonly fields: AppErrorOptions['fields'];

  constructor(
    readonly code: ErrorCode,
    options: AppErrorOptions = {},
  ) {
    super(code, { cause: options.cause });
    const definition = ERROR_CATALOGUE[code];
    this.status = definition.status;
    this.userMessage = fillDetails(definition.message, options.details);
    this.next = fillDetails(definition.next, options.details);
    this.details = options.details;
    this.fields = options.fields;
  }

  toBody(requestId: string): ErrorBody {
    const { code, userMessage: message, next, details, fields } = this;
    return { error: { code, message, next, requestId, ...(details && { details }), ...(fields && { fields }) } };
  }
}
