import { inspect } from 'node:util';
import { PortError } from '../../ports/port-error';

/**
 * The PortError that the promise ends with, after a look through all of it, causes included, for what must not leak.
 * Anything else than a PortError is thrown on.
 */
export async function portErrorOf(promise: Promise<unknown>, secrets: readonly string[]): Promise<PortError> {
  const outcome = await promise.then(
    (value) => new Error(`no error but ${inspect(value)}`),
    (reason: unknown) => reason,
  );
  if (!(outcome instanceof PortError)) {
    throw outcome;
  }
  const shown = inspect(outcome, { depth: 8, showHidden: true });
  const leaked = secrets.findIndex((secret) => shown.includes(secret));
  if (leaked !== -1) {
    throw new Error(`secret number ${leaked} is in the error`);
  }
  return outcome;
}
