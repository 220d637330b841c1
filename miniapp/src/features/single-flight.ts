/**
 * Lets one run of `act` pass at a time; calls during it are dropped and answer undefined. Two taps without a render in
 * between both see an old "pending" state, so the guard cannot live in React state.
 */
export function singleFlight<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result | undefined> {
  let running = false;
  return async (...args) => {
    if (running) {
      return undefined;
    }
    running = true;
    try {
      return await act(...args);
    } finally {
      running = false;
    }
  };
}
