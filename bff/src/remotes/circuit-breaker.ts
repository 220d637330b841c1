import { PortError } from '../ports/port-error';
import { REMOTE_NAMES, type RemoteName } from './remote-names';

/** `closed`: calls go through. `open`: calls fail at once. `half-open`: one call may try whether the remote is back. */
export type BreakerState = 'closed' | 'open' | 'half-open';

export interface CircuitBreaker {
  readonly name: RemoteName;
  state(): BreakerState;
  /** Makes a call, unless the breaker is open. @throws PortError `unavailable` BREAKER-OPEN, else what the call throws */
  run<Result>(call: () => Promise<Result>): Promise<Result>;
}

/** `vendorCode` of a call that was not made. */
export const BREAKER_OPEN = 'BREAKER-OPEN';
/** So many calls in a row without an answer open it. */
const FAILURES_TO_OPEN = 8;
/** How long it stays open before a call may try. */
const OPEN_MS = 10_000;

/** Only silence and faults of theirs count: who refuses us is up. */
const isOutage = (error: unknown): boolean => error instanceof PortError && error.failure === 'unavailable';

/**
 * Keeps callers from waiting for a remote that is down, and the remote from being called by all of them when it comes
 * back: after a pause one call tries (half-open); its success closes the breaker. `onOpen` is told of each time that it
 * was closed before, not of each call that tried in vain.
 */
export function createCircuitBreaker(
  name: RemoteName,
  now: () => Date,
  onOpen: (name: RemoteName) => void = () => undefined,
): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let probing = false;

  const state = (): BreakerState => {
    if (failures < FAILURES_TO_OPEN) {
      return 'closed';
    }
    return now().getTime() < openUntil || probing ? 'open' : 'half-open';
  };

  return {
    name,
    state,
    async run(call) {
      const before = state();
      if (before === 'open') {
        throw new PortError(name, 'unavailable', BREAKER_OPEN);
      }
      const isProbe = before === 'half-open';
      probing ||= isProbe;
      try {
        const result = await call();
        failures = 0;
        return result;
      } catch (error) {
        failures = isOutage(error) ? failures + 1 : 0;
        openUntil = now().getTime() + OPEN_MS;
        if (failures === FAILURES_TO_OPEN) {
          onOpen(name);
        }
        throw error;
      } finally {
        // A call from before it opened may end while another one probes.
        probing &&= !isProbe;
      }
    },
  };
}

export type CircuitBreakers = Readonly<Record<RemoteName, CircuitBreaker>>;

export const createCircuitBreakers = (now: () => Date, onOpen?: (name: RemoteName) => void): CircuitBreakers =>
  Object.fromEntries(REMOTE_NAMES.map((name) => [name, createCircuitBreaker(name, now, onOpen)])) as CircuitBreakers;

type AsyncMethod = (...args: never[]) => Promise<unknown>;
type AsyncMethodsOf<Port> = { [Name in keyof Port]: Port[Name] extends AsyncMethod ? Name : never }[keyof Port];

/** The port with its named calls behind a breaker. */
export function guardPort<Port extends object>(
  breaker: CircuitBreaker,
  port: Port,
  methods: readonly AsyncMethodsOf<Port>[],
): Port {
  const guarded = methods.map((name) => {
    const call = port[name] as AsyncMethod;
    return [name, (...args: never[]) => breaker.run(() => call.apply(port, args))];
  });
  return { ...port, ...Object.fromEntries(guarded) } as Port;
}
