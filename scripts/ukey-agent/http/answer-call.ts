import {
  UkeyAgentError,
  type UkeyAgentOperationName,
  type UkeyAgentRequest,
  ukeyAgentOperations,
} from '@acceptance/shared';
import * as v from 'valibot';
import type { TokenOperations } from '../operations/agent-operations';
import type { Turns } from '../token/take-turns';
import { agentErrorOf } from '../token/token-desk';
import type { Pairing } from './pairing';

export interface Agent {
  readonly pairing: Pairing;
  readonly operations: TokenOperations;
  readonly turns: Turns;
}

export interface Call {
  readonly path: string;
  readonly origin: string;
  readonly authorization: string | undefined;
  readBody(): Promise<string>;
}

const names = Object.keys(ukeyAgentOperations) as UkeyAgentOperationName[];

/** @throws UkeyAgentError */
export function operationAt(path: string): UkeyAgentOperationName {
  const name = names.find((candidate) => ukeyAgentOperations[candidate].path === path);
  if (!name) {
    throw new UkeyAgentError('ukey.operation_unknown');
  }
  return name;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // no cause: it would repeat what was sent, and that may be a PIN
    throw new UkeyAgentError('ukey.request_invalid');
  }
}

/** @throws UkeyAgentError, without what was sent */
function parseRequest<N extends UkeyAgentOperationName>(name: N, text: string): UkeyAgentRequest<N> {
  const schema: v.GenericSchema = ukeyAgentOperations[name].request;
  const sent = parseJson(text);
  const parsed = v.safeParse(schema, sent);
  // a schema of an object takes a list where it asks for nothing
  if (!parsed.success || Array.isArray(sent)) {
    throw new UkeyAgentError('ukey.request_invalid');
  }
  return parsed.output as UkeyAgentRequest<N>;
}

async function perform<N extends keyof TokenOperations>(agent: Agent, name: N, origin: string, text: string) {
  const request = parseRequest(name, text);
  try {
    return await agent.turns.take(() => agent.operations[name](request, origin));
  } catch (error) {
    throw agentErrorOf(error);
  }
}

/** One call of a page whose origin may call. The answer has the form that is declared; anything else is our mistake. @throws UkeyAgentError */
export async function answerCall(agent: Agent, name: UkeyAgentOperationName, call: Call): Promise<unknown> {
  const { origin } = call;
  if (name === 'beginPairing') {
    parseRequest(name, await call.readBody());
    return agent.pairing.begin(origin);
  }
  if (name === 'completePairing') {
    return agent.pairing.complete(origin, parseRequest(name, await call.readBody()).code);
  }
  if (!agent.pairing.isPaired(origin, call.authorization)) {
    throw new UkeyAgentError('ukey.pairing_required');
  }
  const answer = await perform(agent, name, origin, await call.readBody());
  const schema: v.GenericSchema = ukeyAgentOperations[name].response;
  return v.parse(schema, answer);
}
