import * as v from 'valibot';
import { ApiError } from './api-error';
import type { ErrorCode } from './error-catalogue';

/** By its form: an API that is newer than the client may know more codes, and sends their words along. */
const isCode = (code: unknown): boolean =>
  typeof code === 'string' && /^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/.test(code);

const errorBodySchema = v.object({
  error: v.object({
    code: v.custom<ErrorCode>(isCode),
    message: v.string(),
    next: v.string(),
    requestId: v.string(),
    details: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
    fields: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  }),
});

/**
 * The error that an API answer of this status carries, in the words that it was sent in; null when the answer is not one of ours.
 */
export function apiErrorOf(status: number, body: unknown): ApiError | null {
  const parsed = v.safeParse(errorBodySchema, body);
  if (!parsed.success) {
    return null;
  }
  const { code, message, next, requestId, details, fields } = parsed.output.error;
  return new ApiError(code, { status, message, next }, { details, fields, requestId });
}
