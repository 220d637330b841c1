import { UkeyAgentError, type UkeyAgentOperationName } from '@acceptance/shared';
import type { UkeyAgent } from '../../../features/ukey-agent/agent-client';
import { makeRequest, openToken, writeIntoToken } from './make-in-ukey';

const letter = { id: 'T1', serial: 'T1', label: 'CGY202611260001', pin: 'made7up', adminPin: 'made-up-admin' };
const opened = { token: 'T1', serial: 'T1', pin: 'made7up', letter };
const wanted = { orderNumber: 'CGY202611260001', algorithm: 'ecdsa-p256' } as const;

/** Answers as the agent would, and remembers what it was asked. */
function agentAnswering(answers: Partial<Record<UkeyAgentOperationName, unknown>>) {
  const asked: [string, unknown][] = [];
  const agent = (async (name: UkeyAgentOperationName, request: unknown) => {
    asked.push([name, request]);
    const given = answers[name];
    if (given instanceof Error) {
      throw given;
    }
    return given;
  }) as unknown as UkeyAgent;
  return { agent, asked };
}
const key = { keyId: 'a1b2', algorithm: 'ecdsa-p256', publicKey: 'AAAA' };

describe('making a certificate in a UKey', () => {
  it('initialises the token under the number of the order', async () => {
    const { agent, asked } = agentAnswering({ prepareToken: letter });
    expect(await openToken(agent, { id: 'slot-3' }, { orderNumber: letter.label })).toEqual(opened);
    expect(asked).toEqual([['prepareToken', { token: 'slot-3', label: letter.label }]]);
  });

  it('sends the administrator PIN only for a token that is to be erased', async () => {
    const { agent, asked } = agentAnswering({ prepareToken: letter });
    await openToken(agent, { id: 'T1' }, { orderNumber: letter.label, adminPin: 'former' });
    expect(asked[0]?.[1]).toMatchObject({ adminPin: 'former' });
  });

  it('makes the key, then the request with the name of the certificate', async () => {
    const { agent, asked } = agentAnswering({
      makeKey: key,
      makeCertificateRequest: { certificateRequest: 'MIIB' },
    });
    expect(await makeRequest(agent, opened, { ...wanted, commonName: '示例公司' })).toBe('MIIB');
    expect(asked).toEqual([
      ['makeKey', { token: 'T1', pin: 'made7up', algorithm: 'ecdsa-p256', name: wanted.orderNumber }],
      ['makeCertificateRequest', { token: 'T1', pin: 'made7up', keyId: 'a1b2', commonName: '示例公司' }],
    ]);
  });

  it('writes the certificate and its issuers as DER, to the key of the same name', async () => {
    const { agent, asked } = agentAnswering({ makeKey: key, writeCertificate: {} });
    const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
    await writeIntoToken(agent, opened, { ...wanted, chainPem: [pem('AAAA\nBBBB'), pem('CCCC')] });
    expect(asked.at(-1)).toEqual([
      'writeCertificate',
      { token: 'T1', pin: 'made7up', keyId: 'a1b2', certificate: 'AAAABBBB', chain: ['CCCC'] },
    ]);
  });

  it('asks for nothing more once the token was pulled out', async () => {
    const { agent, asked } = agentAnswering({ makeKey: new UkeyAgentError('ukey.token_removed') });
    await expect(makeRequest(agent, opened, { ...wanted, commonName: '示例公司' })).rejects.toMatchObject({
      code: 'ukey.token_removed',
    });
    expect(asked).toHaveLength(1);
  });
});
