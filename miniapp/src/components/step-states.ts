import { APPLICATION_STEPS, type ApplicationStep } from '@acceptance/shared';

export type StepState = 'done' | 'current' | 'ahead';

/** How each step is drawn on the page of `current`, when `reached` is the first one not done. */
export function stepStates(current: ApplicationStep, reached: ApplicationStep): Record<ApplicationStep, StepState> {
  const reachedIndex = APPLICATION_STEPS.indexOf(reached);
  const stateOf = (step: ApplicationStep, index: number): StepState => {
    if (step === current) {
      return 'current';
    }
    return index < reachedIndex ? 'done' : 'ahead';
  };
  return Object.fromEntries(APPLICATION_STEPS.map((step, index) => [step, stateOf(step, index)])) as Record<
    ApplicationStep,
    StepState
  >;
}
