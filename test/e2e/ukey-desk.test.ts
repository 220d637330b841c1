import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { challengeBytes, endpoints, UKEY_AGENT_PORT } from '@acceptance/shared';
import { runTool } from '../../bff/src/contract-pdf/testing/run-tool';
import { DEMO_STAFF } from '../../scripts/demo/seed-demo';
import {
  beginIssuing,
  type IssuerWalk,
  makeInToken,
  pairWithAgent,
  printLetter,
  printSafeSlip,
  resetPinAtDesk,
} from '../../scripts/story/browser/issuer-walk';
import { DESK, openPage } from '../../scripts/story/browser/open-browser';
import { handsOn } from '../../scripts/story/browser/page-hands';
import { signInToDesk } from '../../scripts/story/browser/staff-walk';
import { type CertificateJudge, createCertificateJudge } from '../../scripts/story/certificate-judge';
import { makePerson } from '../../scripts/story/people';
import { walkStory } from '../../scripts/story/walk-story';
import { openPage as openAgentPage } from '../../scripts/ukey-agent/testing/agent-page';
import { makeSoftTokens, softTokenLibrary } from '../../scripts/ukey-agent/testing/soft-tokens';
import { StartedAgent } from '../../scripts/ukey-agent/testing/started-agent';
import { agentPortFree } from './agent-port-free';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

const PAIRING_CODE = /\n {4}(\d{3}) (\d{3})\n/g;

describe('a certificate in a UKey, at the issuer’s desk', () => {
  // The page's origin stands in what the token signs.
  const h5 = useH5({ settings: (origin) => ({ WEB_ORIGINS: origin }) });
  const folder = mkdtempSync(join(tmpdir(), 'ukey-desk-'));
  const tokens = makeSoftTokens();
  const person = makePerson(91);
  let agent: StartedAgent;
  let judge: CertificateJudge;

  beforeAll(async () => {
    judge = createCertificateJudge({ rootPem: h5.system.trialAuthority.rootPem });
    const places = ['--port', String(UKEY_AGENT_PORT), '--state', join(folder, 'state')];
    // The port is the one that the page's policy allows.
    await agentPortFree();
    agent = new StartedAgent(['--module', softTokenLibrary(), '--origin', h5.origin, ...places], {
      ...process.env,
      ...tokens.env,
    });
    await agent.prints(/已启动/);
  });

  afterAll(async () => {
    await agent?.stop();
    judge?.remove();
    tokens.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The newest code, once the agent has shown so many. */
  async function shownCode(count: number): Promise<string> {
    await agent.prints(new RegExp(`(?:${PAIRING_CODE.source}[\\s\\S]*){${count}}`));
    const [, high, low] = [...agent.output.matchAll(PAIRING_CODE)].at(-1) ?? [];
    return `${high}${low}`;
  }

  it('goes from the queue to a token that signs with it, and is read back as it was issued', async () => {
    const { applicant, staff, order } = await walkStory(h5.world, { person, until: 'pay' });
    const orderNumber = order?.orderNumber ?? '';
    const params = { orderId: order?.id ?? '' };
    const { page, problems } = await openPage(h5.browser, DESK);
    const walk: IssuerWalk = {
      ...{ hands: handsOn(page), origin: h5.origin, orderNumber },
      ...{ username: DEMO_STAFF.username, password: h5.system.staffPassword },
      readPairingCode: () => shownCode(1),
      station: async () => undefined,
    };
    await signInToDesk(walk);
    await beginIssuing(walk);
    await pairWithAgent(walk);
    await makeInToken(walk);
    const adminPin = await printSafeSlip(walk);
    const pin = await printLetter(walk);
    expect(pin).toMatch(/^\d{8}$/);
    // The agent's one refusal, of a page that was not paired yet.
    expect(problems).toEqual([expect.stringContaining('401')]);

    // What stands at the authority …
    const { certificate } = await staff.call(endpoints.certificateDesk.readIssuing, { params });
    expect(certificate).toMatchObject({ state: 'issued', keyPlace: 'ukey', algorithm: 'rsa-2048' });
    expect(certificate?.token?.checkedAt).not.toBeNull();
    expect((await applicant.call(endpoints.orders.readOrder, { params })).status).toBe('issued');
    const chainPem = certificate?.chainPem ?? [];
    judge.take(chainPem);
    expect(await judge.subject()).toContain(`CN=${person.unitName}`);
    expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    expect(await judge.status()).toMatch(/leaf\.pem: good/);

    // … is what stands in the token, and its key signs under the PIN of the letter.
    const holder = openAgentPage(UKEY_AGENT_PORT, h5.origin);
    await holder.call('beginPairing', {});
    const code = await shownCode(2);
    holder.pairingKey = (await holder.call('completePairing', { code })).pairingKey;
    const { tokens: plugged } = await holder.call('listTokens', {});
    const token = plugged.find(({ label }) => label === orderNumber);
    expect(token?.serial).toBe(certificate?.token?.serialNumber);
    const { certificates } = await holder.call('listCertificates', { token: token?.id ?? '' });
    expect(certificates).toEqual([
      {
        keyId: expect.any(String),
        certificate: base64Of(chainPem[0]),
        chain: chainPem.slice(1).map(base64Of),
      },
    ]);
    const expiresAt = new Date(Date.now() + 120_000).toISOString();
    const challenge = { purpose: 'sign-in' as const, origin: h5.origin, nonce: 'A'.repeat(43), expiresAt };
    const signed = await holder.call('signChallenge', {
      ...{ token: token?.id ?? '', pin, keyId: certificates[0]?.keyId ?? '' },
      challenge,
    });
    expect(verifySignature(chainPem[0] ?? '', challengeBytes(challenge), signed.signature)).toContain('Verified OK');

    // Its holder locks it, and gets a new PIN at the desk: the same key, the same certificate.
    const access = { token: token?.id ?? '', keyId: certificates[0]?.keyId ?? '' };
    for (let tries = 0; tries < 5; tries += 1) {
      await holder.refusalOf('checkCertificate', { ...access, pin: '00000000' });
    }
    expect(await holder.refusalOf('checkCertificate', { ...access, pin })).toBe('ukey.pin_locked');
    const certificateId = certificate?.id ?? '';
    await applicant.call(endpoints.ukeyUnlocks.requestUnlock, { params: { certificateId } });
    const newPin = await resetPinAtDesk(walk, adminPin);
    expect(newPin).toMatch(/^\d{8}$/);
    expect(newPin).not.toBe(pin);
    expect(await holder.refusalOf('checkCertificate', { ...access, pin })).toBe('ukey.pin_wrong');
    expect(await holder.call('checkCertificate', { ...access, pin: newPin })).toEqual(certificates[0]);
    const { unlock } = await applicant.call(endpoints.ukeyUnlocks.readUnlock, { params: { certificateId } });
    expect(unlock?.state).toBe('done');
    await h5.settle();
    const told = h5.system.standIns.tencentCloud.sms(person.phone).map(({ templateId }) => templateId);
    expect(told.filter((templateId) => templateId === 'demo-ukey-unlock')).toHaveLength(1);
  });

  const base64Of = (pem = ''): string => pem.replace(/-----[^-]+-----|\s/g, '');

  function verifySignature(pem: string, message: Uint8Array, signature: string): string {
    const put = (name: string, content: Uint8Array | string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const key = runTool('openssl', ['x509', '-in', put('leaf.pem', pem), '-noout', '-pubkey']).stdout;
    const files = ['-signature', put('signature', Buffer.from(signature, 'base64')), put('message', message)];
    return runTool('openssl', ['dgst', '-sha256', '-verify', put('key.pem', key), ...files]).text;
  }
});
