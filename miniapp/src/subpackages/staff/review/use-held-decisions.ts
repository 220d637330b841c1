import { useSyncExternalStore } from 'react';
import { heldDecisions } from './decisions';
import type { HeldState } from './held-decisions';

/** Decisions that are held, on their way or refused. */
export const useHeldDecisions = (): HeldState =>
  useSyncExternalStore(heldDecisions.subscribe, heldDecisions.state, heldDecisions.state);
