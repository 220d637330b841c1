/** Prints each step of a story as a line a person can read, with a mark for the one that failed. */
export interface StoryTeller {
  step<T>(sentence: string, act: () => Promise<T>): Promise<T>;
  /** How many steps went well. */
  count(): number;
}

export function tellStory(title: string): StoryTeller {
  const lines: string[] = [];
  const print = (mark: string, sentence: string) => {
    lines.push(sentence);
    process.stdout.write(`    ${mark} ${sentence}\n`);
  };
  process.stdout.write(`\n  ${title}\n`);
  return {
    async step(sentence, act) {
      try {
        const result = await act();
        print('·', sentence);
        return result;
      } catch (error) {
        print('✗', sentence);
        throw error;
      }
    },
    count: () => lines.length,
  };
}
