import type { Container } from '../../bff/src/container';
import type { TestSystem } from '../support/test-system';

class Killed extends Error {}

/** What a dying process works with: the `deadAt`-th call to anything outside of it, and all after it, do not happen. */
function dying(container: Container, deadAt: number) {
  let calls = 0;
  const mortal = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(object, name) {
        const member: unknown = Reflect.get(object, name);
        if (typeof member !== 'function') {
          return member;
        }
        return (...args: unknown[]) => {
          calls += 1;
          if (calls >= deadAt) {
            throw new Killed(`killed before call ${deadAt}`);
          }
          return (member as (...given: unknown[]) => unknown).apply(object, args);
        };
      },
    });
  const names = [
    'orders',
    'accounts',
    'files',
    'sessions',
    'dataExports',
    'phoneChanges',
    'accountDeletions',
    'passwordAttempts',
    'trustedDevices',
    'fileStore',
    'paymentGateway',
    'bankEntries',
    'reconciliationDays',
    'staffMembers',
  ] as const;
  const parts = Object.fromEntries(names.map((name) => [name, mortal(container[name] as object)]));
  return { ...container, ...parts } as Container;
}

const HIGHEST = 60;

/** Runs `work` in processes that die one call later each time, until one lives long enough; `after` looks at each corpse. */
export async function dieEverywhere(
  system: () => TestSystem,
  prepare: () => Promise<{ work: (container: Container) => Promise<unknown>; after: () => Promise<void> }>,
): Promise<number> {
  for (let deadAt = 1; deadAt <= HIGHEST; deadAt += 1) {
    const { work, after } = await prepare();
    const died = await work(dying(system().container(), deadAt)).then(
      () => false,
      (error: unknown) => {
        if (error instanceof Killed) {
          return true;
        }
        throw error;
      },
    );
    await after();
    if (!died) {
      return deadAt - 1;
    }
  }
  throw new Error('it never ended');
}

export const report = (what: string, kills: number) =>
  process.stdout.write(`killed at every await: ${what}, ${kills} places\n`);
