import { fillDetails, UkeyAgentError } from '@acceptance/shared';
import type { Problem } from '../../api/problem';
import { currentLanguage } from '../../language/current-language';
import { AGENT_ERRORS_EN, UKEY_AGENT_TEXT } from '../../text/ukey-agent';
import { AgentAway } from './agent-client';

const refused = (message: string, next: string): Problem => ({
  kind: 'refused',
  code: null,
  message,
  next,
  fields: [],
  waitSeconds: null,
  requestId: null,
});

function wordsOf({ code, details, userMessage, next }: UkeyAgentError): Problem {
  if (currentLanguage() === 'zh') {
    return refused(userMessage, next);
  }
  const [message, then] = AGENT_ERRORS_EN[code];
  return refused(fillDetails(message, details), fillDetails(then, details));
}

/** What the agent refused, as a person reads it; null for an error that is not the agent's. */
export function agentProblemOf(error: unknown): Problem | null {
  if (error instanceof AgentAway) {
    return refused(UKEY_AGENT_TEXT.away, UKEY_AGENT_TEXT.awayNext);
  }
  return error instanceof UkeyAgentError ? wordsOf(error) : null;
}
