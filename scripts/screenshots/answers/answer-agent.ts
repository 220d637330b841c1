import {
  UKEY_AGENT_PORT,
  type UkeyAgentAnswer,
  UkeyAgentError,
  type UkeyAgentOperationName,
  ukeyAgentOperations,
} from '@acceptance/shared';
import type { Page } from 'playwright-core';

/** What the UKey agent of the PC does: its answers by operation; `busy` keeps one open. */
export type AgentAnswers = {
  readonly [Name in UkeyAgentOperationName]?: UkeyAgentAnswer<Name> | UkeyAgentError | 'busy';
};

const names = Object.keys(ukeyAgentOperations) as UkeyAgentOperationName[];

/** Answers the page's calls of the agent. Without answers none is running, whatever this machine has. */
export async function answerAgent(page: Page, answers: AgentAnswers | undefined): Promise<void> {
  await page.route(`http://127.0.0.1:${UKEY_AGENT_PORT}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const name = names.find((candidate) => ukeyAgentOperations[candidate].path === path);
    const answer = name && answers?.[name];
    if (!answer) {
      return route.abort('connectionrefused');
    }
    if (answer === 'busy') {
      return undefined;
    }
    const isRefusal = answer instanceof UkeyAgentError;
    return route.fulfill({
      status: isRefusal ? answer.status : 200,
      headers: { 'access-control-allow-origin': '*' },
      json: isRefusal ? answer.toBody() : answer,
    });
  });
}
