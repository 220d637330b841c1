import { type TokenView, UkeyAgentError } from '@acceptance/shared';
import type { Problem } from '../../api/problem';
import { AgentAway, type UkeyAgent } from './agent-client';
import { agentProblemOf } from './agent-problem';

/** How the page stands with the agent of this PC. `away`: none answers. `unpaired`: a code is to be carried over. */
export type AgentLink =
  | { readonly kind: 'connecting' | 'away' | 'unpaired' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'here'; readonly tokens: readonly TokenView[] };

/** Looks which tokens are plugged in. `before` stays while another call has the agent. */
export async function readAgentLink(agent: UkeyAgent, before: AgentLink): Promise<AgentLink> {
  try {
    const { tokens } = await agent('listTokens', {});
    return { kind: 'here', tokens };
  } catch (error) {
    if (error instanceof AgentAway) {
      return { kind: 'away' };
    }
    if (error instanceof UkeyAgentError && error.code === 'ukey.busy' && before.kind === 'here') {
      return before;
    }
    if (error instanceof UkeyAgentError && error.code === 'ukey.pairing_required') {
      return { kind: 'unpaired' };
    }
    const problem = agentProblemOf(error);
    if (!problem) {
      throw error;
    }
    return { kind: 'refused', problem };
  }
}
