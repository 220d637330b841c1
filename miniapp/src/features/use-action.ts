import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import { singleFlight } from './single-flight';

export interface Action<Args extends readonly unknown[], Result> {
  /** Runs the action unless it is running already; undefined when it failed or was dropped. Never throws. */
  readonly run: (...args: Args) => Promise<Result | undefined>;
  readonly pending: boolean;
  /** Why the last run failed; gone when the next one starts. */
  readonly problem: Problem | null;
  readonly clearProblem: () => void;
}

/** An act of the person (submit, delete, pay): pending flag, double-tap guard, error as text. */
export function useAction<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Promise<Result>,
): Action<Args, Result> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(act);
  latest.current = act;

  const guarded = useRef(
    singleFlight(async (...args: Args): Promise<Result | undefined> => {
      setPending(true);
      setProblem(null);
      try {
        return await latest.current(...args);
      } catch (error) {
        setProblem(problemOf(error));
        return undefined;
      } finally {
        setPending(false);
      }
    }),
  );

  return { run: guarded.current, pending, problem, clearProblem: () => setProblem(null) };
}
