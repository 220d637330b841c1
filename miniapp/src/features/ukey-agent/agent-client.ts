import {
  type UkeyAgentAnswer,
  UkeyAgentError,
  type UkeyAgentOperationName,
  type UkeyAgentRequest,
  ukeyAgentErrorFromBody,
  ukeyAgentOperations,
} from '@acceptance/shared';
import * as v from 'valibot';
import type { AgentReply } from '../../platform/ask-agent';
import type { KeyValueStorage } from '../../platform/key-value-storage';

/** No program answered on this PC: not installed, not started, or the browser does not let the page through. */
export class AgentAway extends Error {
  override readonly name = 'AgentAway';
}

/** Does one thing with the tokens of this PC. @throws AgentAway, UkeyAgentError */
export type UkeyAgent = <N extends UkeyAgentOperationName>(
  name: N,
  request: UkeyAgentRequest<N>,
) => Promise<UkeyAgentAnswer<N>>;

interface AgentClientNeeds {
  /** Null when no agent answers. */
  readonly ask: (path: string, body: unknown, pairingKey: string | null) => Promise<AgentReply | null>;
  readonly storage: KeyValueStorage;
}

const STORAGE_KEY = 'ukey-agent-pairing';
const isOk = (status: number): boolean => status >= 200 && status < 300;

/**
 * The agent as the desk calls it. The pairing key is kept on the device, as long as the agent accepts it; what was not
 * answered as it was agreed counts as a failure of the agent.
 */
export function createAgentClient({ ask, storage }: AgentClientNeeds): UkeyAgent {
  const keptKey = (): string | null => {
    const kept = storage.read(STORAGE_KEY);
    return typeof kept === 'string' && kept !== '' ? kept : null;
  };
  const refusalOf = (body: unknown): UkeyAgentError => {
    const refusal = ukeyAgentErrorFromBody(body) ?? new UkeyAgentError('ukey.failed');
    if (refusal.code === 'ukey.pairing_required') {
      storage.remove(STORAGE_KEY);
    }
    return refusal;
  };
  return async <N extends UkeyAgentOperationName>(name: N, request: UkeyAgentRequest<N>) => {
    const { path, paired, response } = ukeyAgentOperations[name];
    const reply = await ask(path, request, paired ? keptKey() : null);
    if (!reply) {
      throw new AgentAway();
    }
    if (!isOk(reply.status)) {
      throw refusalOf(reply.body);
    }
    const answer = v.safeParse(response as v.GenericSchema, reply.body);
    if (!answer.success) {
      throw new UkeyAgentError('ukey.failed');
    }
    if (name === 'completePairing') {
      storage.write(STORAGE_KEY, (answer.output as UkeyAgentAnswer<'completePairing'>).pairingKey);
    }
    return answer.output as UkeyAgentAnswer<N>;
  };
}
