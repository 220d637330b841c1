/** Prints each step with what was seen and how long it took; the first that fails ends the rehearsal. */
export interface StepLog {
  /** `work` answers in words what it has seen. */
  step(title: string, work: () => Promise<string>): Promise<void>;
  readonly count: number;
}

export function createStepLog(print: (line: string) => void, now: () => number): StepLog {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async step(title, work) {
      const started = now();
      const number = count + 1;
      const seconds = () => `${((now() - started) / 1000).toFixed(1)} 秒`;
      try {
        const seen = await work();
        count = number;
        print(`✓ ${number}. ${title}（${seconds()}）\n    ${seen.trimEnd().replaceAll('\n', '\n    ')}`);
      } catch (error) {
        print(`✗ ${number}. ${title}（${seconds()}）\n    ${(error as Error).message.replaceAll('\n', '\n    ')}`);
        throw error;
      }
    },
  };
}
