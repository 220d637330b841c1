import { APPLICATION_STEPS, type ApplicationStep } from '@acceptance/shared';

export type StepState = 'done' | 'current' | 'ahead';

/** What stands in the bar under one dot: nine names do not fit a phone, so reading and signing share theirs. */
export const BAR_ITEMS = [
  ['particulars'],
  ['identity'],
  ['papers'],
  ['contract', 'signature'],
  ['sealed'],
  ['form'],
  ['attachments'],
  ['submit'],
] as const satisfies readonly (readonly ApplicationStep[])[];
export type BarItem = (typeof BAR_ITEMS)[number];

/** The dots of an order that has no such step. */
export const barWithout = (step: ApplicationStep | undefined): readonly BarItem[] =>
  BAR_ITEMS.filter((steps: readonly ApplicationStep[]) => !steps.some((one) => one === step));

/** The place of a step in the bar, from 0. */
export const barPosition = (step: ApplicationStep, items: readonly BarItem[] = BAR_ITEMS): number =>
  items.findIndex((steps: readonly ApplicationStep[]) => steps.includes(step));

/** How each dot is drawn on the page of `current`, when `reached` is the first step not done. */
export function stepStates(
  current: ApplicationStep,
  reached: ApplicationStep,
  items: readonly BarItem[] = BAR_ITEMS,
): StepState[] {
  const reachedIndex = APPLICATION_STEPS.indexOf(reached);
  return items.map((steps: readonly ApplicationStep[]) => {
    if (steps.includes(current)) {
      return 'current';
    }
    return steps.every((step) => APPLICATION_STEPS.indexOf(step) < reachedIndex) ? 'done' : 'ahead';
  });
}

/** The step that a tap on a dot opens; null where there is nothing to go to: the page's own, and what is not open yet. */
export function stepOfDot(item: BarItem, current: ApplicationStep, reached: ApplicationStep): ApplicationStep | null {
  const steps: readonly ApplicationStep[] = item;
  const [first] = item;
  const isOpen = APPLICATION_STEPS.indexOf(first) <= APPLICATION_STEPS.indexOf(reached);
  // Of a shared dot the step that one is at; what is past is read again from its beginning.
  return isOpen && !steps.includes(current) ? (steps.find((step) => step === reached) ?? first) : null;
}
