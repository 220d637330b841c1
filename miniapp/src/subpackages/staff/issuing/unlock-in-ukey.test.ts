import type { Challenge, TokenView, UkeyAgentOperationName } from '@acceptance/shared';
import type { UkeyAgent } from '../../../features/ukey-agent/agent-client';
import { proveReset, resetPin, tokenToReset } from './unlock-in-ukey';

const token = (serial: string, state: TokenView['state'] = 'locked'): TokenView => ({
  ...{ id: serial, serial, state, label: `CA-${serial}`, model: 'M', manufacturer: 'F' },
  algorithms: ['rsa-2048'],
});

/** Answers as the agent would, and remembers what it was asked. */
function agentAnswering(answer: object) {
  const asked: [string, unknown][] = [];
  const agent = (async (name: UkeyAgentOperationName, request: unknown) => {
    asked.push([name, request]);
    return answer;
  }) as unknown as UkeyAgent;
  return { agent, asked };
}
const wanted = { adminPin: 'made-up-admin', publicKeySha256: 'a'.repeat(64) };

describe('the token whose PIN is reset', () => {
  it('is the recorded one, whatever else is plugged in', () => {
    const tokens = [token('T1', 'ready'), token('T2'), token('', 'free')];
    expect(tokenToReset(tokens, { tokenSerialNumber: 'T2' })?.id).toBe('T2');
  });

  it('is the only one with something in it where none is recorded, and never one of several', () => {
    expect(tokenToReset([token('T1'), token('T9', 'free')], { tokenSerialNumber: null })?.id).toBe('T1');
    expect(tokenToReset([token('T1'), token('T2')], { tokenSerialNumber: 'T3' })).toBeNull();
    expect(tokenToReset([token('T9', 'free')], { tokenSerialNumber: 'T9' })).toBeNull();
  });
});

describe('resetting the PIN', () => {
  it('names the key that must be in the token, and keeps what signs afterwards', async () => {
    const { agent, asked } = agentAnswering({ pin: '59260718', keyId: 'a1b2' });
    const reset = await resetPin(agent, token('T1'), wanted);
    expect(reset).toEqual({ token: 'T1', serial: 'T1', pin: '59260718', keyId: 'a1b2' });
    expect(asked).toEqual([['unblockPin', { token: 'T1', ...wanted }]]);
  });

  it('does not go on with an agent that has not looked for the key', async () => {
    const { agent } = agentAnswering({ pin: '59260718' });
    await expect(resetPin(agent, token('T1'), wanted)).rejects.toThrow('which key');
  });

  it('is proved by the key under the new PIN; the PIN itself is no part of the proof', async () => {
    const challenge: Challenge = {
      ...{ purpose: 'ukey-unlock', origin: 'https://desk.example.cn', nonce: 'A'.repeat(43) },
      expiresAt: '2026-12-04T02:02:00.000Z',
    };
    const { agent, asked } = agentAnswering({ signature: 'c2ln' });
    const reset = { token: 'T1', serial: 'T1', pin: '59260718', keyId: 'a1b2' };
    expect(await proveReset(agent, reset, challenge)).toEqual({ nonce: challenge.nonce, signature: 'c2ln' });
    expect(asked).toEqual([['signChallenge', { token: 'T1', pin: '59260718', keyId: 'a1b2', challenge }]]);
  });
});
