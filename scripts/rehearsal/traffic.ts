/** What became of the requests that went on while something happened. */
export interface TrafficReport {
  readonly answered: number;
  readonly lost: readonly string[];
}

const PAUSE_MS = 20;
const KEPT_REASONS = 5;

/** Goes on asking, one request after the other in each lane, until it is stopped. A request that fails is lost, whatever the reason. */
export function startTraffic(ask: () => Promise<unknown>, lanes = 3): { stop(): Promise<TrafficReport> } {
  let stopped = false;
  let answered = 0;
  const lost: string[] = [];
  const lane = async () => {
    while (!stopped) {
      await ask().then(
        () => {
          answered += 1;
        },
        (error: Error) => void lost.push(error.message),
      );
      await new Promise((again) => setTimeout(again, PAUSE_MS));
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    async stop() {
      stopped = true;
      await running;
      return { answered, lost };
    },
  };
}

/** @throws Error naming the first reasons when a request was lost */
export function refuseLoss({ answered, lost }: TrafficReport): string {
  if (lost.length > 0 || answered === 0) {
    throw new Error(
      `${lost.length} requests were lost, ${answered} answered: ${lost.slice(0, KEPT_REASONS).join('; ')}`,
    );
  }
  return `其间 ${answered} 个请求，全部得到回答`;
}
