import type { TokenView } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { CERTIFICATE_PROOF_TEXT as TEXT } from '../../text/certificate-proof';
import { deviceId } from '../device-id';
import { ukeyAgent } from '../ukey-agent/ukey-agent';
import { useAgentAction } from '../ukey-agent/use-agent-action';
import { useAgentLink } from '../ukey-agent/use-agent-link';
import { useFields } from '../use-fields';
import { askChallenge } from './ask-challenge';
import { type UsableCertificate, usableCertificates } from './certificates-in-token';
import type { ProofRequest } from './proof-request';

/** What has a certificate is initialised; empty ones are no choice. */
const mayHoldCertificate = ({ state }: TokenView): boolean => state === 'ready' || state === 'locked';

/** State and acts of proving oneself by a token of this PC; its PIN goes to the agent alone. */
export function useUkeyProof({ isReady, handIn, ...wish }: ProofRequest) {
  const agent = useAgentLink(true);
  const { link, look } = agent;
  const [chosenToken, chooseToken] = useState<string | null>(null);
  const [chosenKey, chooseKey] = useState<string | null>(null);
  const [certificates, setCertificates] = useState<readonly UsableCertificate[] | null>(null);
  const form = useFields({ pin: (pin) => (pin ? null : TEXT.tokenPinMissing) });

  const tokens = link.kind === 'here' ? link.tokens.filter(mayHoldCertificate) : [];
  const token = tokens.find(({ id }) => id === chosenToken) ?? tokens[0] ?? null;
  const certificate = certificates?.find(({ keyId }) => keyId === chosenKey) ?? certificates?.[0] ?? null;

  const read = useAgentAction(async (tokenId: string) => {
    const answer = await ukeyAgent('listCertificates', { token: tokenId });
    setCertificates(usableCertificates(answer.certificates));
  }, look);
  const tokenId = token?.id ?? null;
  const { run: readToken } = read;
  useEffect(() => {
    setCertificates(null);
    if (tokenId !== null) {
      void readToken(tokenId);
    }
  }, [tokenId, readToken]);

  const prove = useAgentAction(async () => {
    const checks = [form.pass('pin'), isReady()];
    if (checks.includes(false) || !token || !certificate) {
      return;
    }
    const { pin } = form.values;
    const { keyId, publicKeySha256 } = certificate;
    const challenge = await askChallenge(wish);
    // Whatever the token says to it: nobody taps again with a PIN that it has just refused.
    form.clear();
    const { signature } = await ukeyAgent('signChallenge', { token: token.id, pin, keyId, challenge });
    await handIn({ nonce: challenge.nonce, publicKeySha256, signature, deviceId: await deviceId() });
  }, look);

  return { agent, tokens, token, chooseToken, certificates, certificate, chooseKey, read, form, prove };
}
export type UkeyProofState = ReturnType<typeof useUkeyProof>;
