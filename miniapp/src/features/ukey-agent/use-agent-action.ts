import { useState } from 'react';
import type { Problem } from '../../api/problem';
import { type Action, useAction } from '../use-action';
import { agentProblemOf } from './agent-problem';

/** `useAction` for acts with a UKey: a refusal of the agent is shown as one of the API is. `onRefusal` looks anew what is there. */
export function useAgentAction<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Promise<Result>,
  onRefusal: () => Promise<void>,
): Action<Args, Result | undefined> {
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const action = useAction(async (...args: Args): Promise<Result | undefined> => {
    setRefusal(null);
    try {
      return await act(...args);
    } catch (error) {
      const problem = agentProblemOf(error);
      if (!problem) {
        throw error;
      }
      setRefusal(problem);
      await onRefusal();
      return undefined;
    }
  });
  return {
    ...action,
    problem: refusal ?? action.problem,
    clearProblem: () => {
      setRefusal(null);
      action.clearProblem();
    },
  };
}
