/** Answers what a deed answers, and wakes the dispatcher for the jobs it has added; a deed that fails wakes nobody. */
export const wakingWith =
  (jobsAdded: () => void) =>
  async <Result>(deed: Promise<Result>): Promise<Result> => {
    const result = await deed;
    jobsAdded();
    return result;
  };
