import type { AgentReply } from './ask-agent.h5';

export const reachesAgent = false;

export const askAgent = async (_path: string, _body: unknown, _pairingKey: string | null): Promise<AgentReply | null> =>
  null;
