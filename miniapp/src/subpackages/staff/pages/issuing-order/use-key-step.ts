import { endpoints, type KeyAlgorithm, type TokenView, UkeyAgentError } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask } from '../../../../features/ask';
import { ukeyAgent } from '../../../../features/ukey-agent/ukey-agent';
import { useAgentAction } from '../../../../features/ukey-agent/use-agent-action';
import { useFields } from '../../../../features/use-fields';
import { makeRequest } from '../../issuing/make-in-ukey';
import { likeliestToken, tokenFit } from '../../issuing/token-fit';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';
import type { StepProps } from './use-issuing-order';

const OF_ANOTHER_TOKEN: readonly UkeyAgentError['code'][] = ['ukey.token_not_found', 'ukey.label_mismatch'];

/** Whether the agent waits for another token than this one, which is plugged in. */
async function waitsForAnother(error: unknown, { id }: TokenView): Promise<boolean> {
  if (!(error instanceof UkeyAgentError) || !OF_ANOTHER_TOKEN.includes(error.code)) {
    return false;
  }
  const { tokens } = await ukeyAgent('listTokens', {});
  return tokens.some((token) => token.id === id);
}

/** Choosing token and algorithm, making the key in it, and asking for the certificate. */
export function useKeyStep({ page, order, issuing }: StepProps) {
  const { agent, opened, setIssuing, orderId } = page;
  const { orderNumber } = order;
  const [chosenId, chooseToken] = useState<string | null>(null);
  const [chosenAlgorithm, chooseAlgorithm] = useState<KeyAlgorithm | null>(null);
  const [otherBegun, setOtherBegun] = useState(false);
  const form = useFields({ adminPin: (pin) => (pin.trim() ? null : TEXT.adminPinMissing) });

  const tokens = agent.link.kind === 'here' ? agent.link.tokens : [];
  const token = tokens.find(({ id }) => id === chosenId) ?? likeliestToken(tokens, orderNumber);
  const algorithm = chosenAlgorithm ?? issuing.algorithms[0] ?? null;

  const make = async (from: TokenView, adminPin?: string) => {
    const commonName = issuing.subject.find(({ type }) => type === 'commonName')?.value;
    if (!algorithm || !commonName) {
      return;
    }
    setOtherBegun(false);
    const ready = await opened.open(from, adminPin).catch(async (error: unknown) => {
      if (!(await waitsForAnother(error, from))) {
        throw error;
      }
      setOtherBegun(true);
      return null;
    });
    if (!ready) {
      return;
    }
    // It may be called otherwise now that it is initialised.
    chooseToken(ready.token);
    const csr = await makeRequest(ukeyAgent, ready, { orderNumber, algorithm, commonName });
    const body = { csr, tokenSerialNumber: ready.serial };
    setIssuing(await call(endpoints.certificateDesk.requestCertificate, { params: { orderId }, body }));
  };
  const makeKey = useAgentAction(async () => {
    if (token) {
      await make(token);
    }
  }, agent.look);
  const wipe = useAgentAction(async () => {
    if (!token || !form.pass('adminPin')) {
      return;
    }
    const text = TEXT.wipeText(token.label || token.serial);
    if (await ask({ title: TEXT.wipeTitle, text, confirm: TEXT.wipeYes, dangerous: true })) {
      const adminPin = form.values.adminPin.trim();
      form.clear();
      await make(token, adminPin);
    }
  }, agent.look);
  const startOver = useAgentAction(async () => {
    const question = { title: TEXT.startOverTitle, text: TEXT.startOverText, confirm: TEXT.startOverYes };
    if (token && (await ask({ ...question, dangerous: true }))) {
      await ukeyAgent('confirmPreparation', { label: orderNumber });
      opened.forget();
      await make(token);
    }
  }, agent.look);

  return {
    token,
    fit: token && tokenFit(token, orderNumber),
    chooseToken,
    algorithm,
    chooseAlgorithm,
    otherBegun,
    form,
    makeKey,
    wipe,
    startOver,
    problem: makeKey.problem ?? wipe.problem ?? startOver.problem,
  };
}
export type KeyStepState = ReturnType<typeof useKeyStep>;
