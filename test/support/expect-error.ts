import { isNativeError } from 'node:util/types';
import { ApiError, type ErrorCode } from '@acceptance/shared';

/**
 * Makes a call that must be refused with `code` and answers the refusal. With `stateOf`, also nothing may have changed:
 * what it answers before and after the call must be equal.
 */
export async function expectError(
  call: () => Promise<unknown>,
  code: ErrorCode,
  stateOf: () => Promise<unknown> = async () => null,
): Promise<ApiError> {
  const before = await stateOf();
  const outcome: unknown = await call().then(
    (value) => ({ answered: value }),
    (error: unknown) => error,
  );
  if (!(outcome instanceof ApiError)) {
    // Also one of Node's own, outside of jest's realm, such as `fetch failed`: the reason is in its cause.
    const got = isNativeError(outcome) ? [outcome, outcome.cause].join(' ') : JSON.stringify(outcome);
    throw new Error(`expected the refusal ${code}, got ${got}`);
  }
  expect(outcome.code).toBe(code);
  expect(await stateOf()).toEqual(before);
  return outcome;
}

/** `ok`, or the code of the refusal: for calls of which some must win and some must lose. */
export const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );

/** How often each outcome occurred. */
export function countOutcomes(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
