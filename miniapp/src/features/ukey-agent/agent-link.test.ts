import { type TokenView, UkeyAgentError } from '@acceptance/shared';
import { AgentAway, type UkeyAgent } from './agent-client';
import { type AgentLink, readAgentLink } from './agent-link';

const token: TokenView = {
  id: 'T1',
  serial: 'T1',
  label: 'CGY202611260001',
  model: 'any',
  manufacturer: 'any',
  state: 'ready',
  algorithms: ['rsa-2048'],
};
const failing =
  (error: Error): UkeyAgent =>
  async () => {
    throw error;
  };
const connecting: AgentLink = { kind: 'connecting' };
const here: AgentLink = { kind: 'here', tokens: [token] };

describe('looking for the agent', () => {
  it('tells which tokens are plugged in', async () => {
    const agent = (async () => ({ tokens: [token] })) as unknown as UkeyAgent;
    expect(await readAgentLink(agent, connecting)).toEqual(here);
  });

  it('tells that none answers, that the page is to be paired, and what was refused', async () => {
    expect(await readAgentLink(failing(new AgentAway()), here)).toEqual({ kind: 'away' });
    expect(await readAgentLink(failing(new UkeyAgentError('ukey.pairing_required')), here)).toEqual({
      kind: 'unpaired',
    });
    expect(await readAgentLink(failing(new UkeyAgentError('ukey.origin_refused')), here)).toMatchObject({
      kind: 'refused',
      problem: { message: '这个网站不能使用 UKey 助手', next: '请从受理平台的网址打开页面后重试' },
    });
  });

  it('keeps what it knew while the agent is at work for another call', async () => {
    const busy = failing(new UkeyAgentError('ukey.busy'));
    expect(await readAgentLink(busy, here)).toBe(here);
    expect(await readAgentLink(busy, connecting)).toMatchObject({ kind: 'refused' });
  });

  it('hides no mistake of ours', async () => {
    await expect(readAgentLink(failing(new TypeError('ours')), here)).rejects.toThrow('ours');
  });
});
