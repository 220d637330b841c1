import { UkeyAgentError } from '@acceptance/shared';
import type { AgentReply } from '../../platform/ask-agent';
import { AgentAway, createAgentClient } from './agent-client';

function clientWith(replies: readonly (AgentReply | null)[]) {
  const kept = new Map<string, unknown>();
  const asked: { path: string; body: unknown; pairingKey: string | null }[] = [];
  const left = [...replies];
  const agent = createAgentClient({
    ask: async (path, body, pairingKey) => {
      asked.push({ path, body, pairingKey });
      return left.shift() ?? null;
    },
    storage: {
      read: (key) => kept.get(key),
      write: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    },
  });
  return { agent, asked };
}

const paired = { status: 200, body: { pairingKey: 'made-up-key' } };
const noTokens = { status: 200, body: { tokens: [] } };
const refused = (code: string) => ({ status: 401, body: { error: { code, message: 'any', next: 'any' } } });

describe('the UKey agent as the desk calls it', () => {
  it('is paired once and shows its key from then on, but never while pairing', async () => {
    const { agent, asked } = clientWith([paired, noTokens, { status: 200, body: { seconds: 120 } }]);
    await agent('completePairing', { code: '123456' });
    expect(await agent('listTokens', {})).toEqual({ tokens: [] });
    await agent('beginPairing', {});
    expect(asked).toEqual([
      { path: '/v1/pairing/complete', body: { code: '123456' }, pairingKey: null },
      { path: '/v1/tokens/list', body: {}, pairingKey: 'made-up-key' },
      { path: '/v1/pairing/begin', body: {}, pairingKey: null },
    ]);
  });

  it('forgets a key that the agent no longer knows', async () => {
    const { agent, asked } = clientWith([paired, refused('ukey.pairing_required'), noTokens]);
    await agent('completePairing', { code: '123456' });
    await expect(agent('listTokens', {})).rejects.toMatchObject({ code: 'ukey.pairing_required' });
    await agent('listTokens', {});
    expect(asked.at(-1)?.pairingKey).toBeNull();
  });

  it('keeps the key after other refusals', async () => {
    const { agent, asked } = clientWith([paired, refused('ukey.busy'), noTokens]);
    await agent('completePairing', { code: '123456' });
    await expect(agent('listTokens', {})).rejects.toBeInstanceOf(UkeyAgentError);
    await agent('listTokens', {});
    expect(asked.at(-1)?.pairingKey).toBe('made-up-key');
  });

  it('tells that no agent answers', async () => {
    await expect(clientWith([null]).agent('listTokens', {})).rejects.toBeInstanceOf(AgentAway);
  });

  it.each([
    ['another program on the port', { status: 404, body: null }],
    ['an error nobody knows', refused('ukey.from_the_future')],
    ['an answer off its form', { status: 200, body: { tokens: [{ id: 7 }] } }],
  ])('takes %s for a failing agent', async (_, reply) => {
    await expect(clientWith([reply]).agent('listTokens', {})).rejects.toMatchObject({ code: 'ukey.failed' });
  });
});
