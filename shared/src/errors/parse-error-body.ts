import * as v from 'valibot';
import { AppError } from './app-error';
import { isErrorCode } from './error-catalogue';

export const errorBodySchema = v.object({
  error: v.object({
    code: v.custom<import('./error-catalogue').ErrorCode>(isErrorCode),
    message: v.string(),
    next: v.string(),
    requestId: v.string(),
    details: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
    fields: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  }),
});

/** The AppError that an API answer carries, or null when the answer is not one of ours. */
export function appErrorFromBody(body: unknown): AppError | null {
  const parsed = v.safeParse(errorBodySchema, body);
  if (!parsed.success) {
    return null;
  }
  const { code, details, fields } = parsed.output.error;
  return new AppError(code, { details, fields });
}
