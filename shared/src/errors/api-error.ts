import type { ErrorCode } from './error-catalogue';
import type { ErrorDefinition } from './error-definition';

/** A problem with one input field; `path` is dotted as in the request body, e.g. `delivery.phone`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export interface ApiErrorOptions {
  /** Values for the `{placeholders}` of the message. Never personal data. */
  readonly details?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldProblem[];
  /** Of the answer that brought the error. */
  readonly requestId?: string;
  readonly cause?: unknown;
}

/** The template with its `{placeholders}` filled from the details; one without a value stays as it is. */
export const fillDetails = (template: string, details: ApiErrorOptions['details']): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(details?.[name] ?? placeholder));

/**
 * A code with the words that it was given. The catalogue of all words stays with the API: what comes from there brings its
 * own, and a client has those of what it finds by itself (`CLIENT_ERRORS`, `PICTURE_ERRORS`).
 */
export class ApiError extends Error {
  override readonly name: string = 'ApiError';
  readonly status: number;
  readonly userMessage: string;
  readonly next: string;
  readonly details: ApiErrorOptions['details'];
  readonly fields: ApiErrorOptions['fields'];
  readonly requestId: string | null;

  constructor(
    readonly code: ErrorCode,
    { status, message, next }: ErrorDefinition,
    options: ApiErrorOptions = {},
  ) {
    super(code, { cause: options.cause });
    this.status = status;
    this.userMessage = fillDetails(message, options.details);
    this.next = fillDetails(next, options.details);
    this.details = options.details;
    this.fields = options.fields;
    this.requestId = options.requestId ?? null;
  }
}
