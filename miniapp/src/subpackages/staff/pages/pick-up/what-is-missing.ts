import type { Visitor } from './use-pick-up';

/** What the desk still has to say before a UKey leaves it. */
export const whatIsMissing = ({ collector, agentName, isChecked }: Visitor) => ({
  agentName: collector === 'agent' && agentName.trim() === '',
  document: !isChecked,
});
