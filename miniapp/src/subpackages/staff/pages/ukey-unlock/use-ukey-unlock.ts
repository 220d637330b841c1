import { type Challenge, endpoints, type TokenView } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ukeyAgent } from '../../../../features/ukey-agent/ukey-agent';
import { useAgentAction } from '../../../../features/ukey-agent/use-agent-action';
import { useAgentLink } from '../../../../features/ukey-agent/use-agent-link';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { proveReset, type ResetToken, resetPin } from '../../issuing/unlock-in-ukey';
import { STAFF_UNLOCK_TEXT as TEXT } from '../../texts-ukey-unlock';

const { readUnlock, compareDocument, requestChallenge, completeUnlock } = endpoints.ukeyUnlockDesk;

/** One UKey on its way to a new PIN. The PIN lives here alone, as long as the page is open. */
export function useUkeyUnlock(ukeyUnlockId: string) {
  const params = { ukeyUnlockId };
  // Not read again each time the window comes back: every reading is a recorded look.
  const load = useLoad(() => call(readUnlock, { params }), ukeyUnlockId, { onShow: false });
  const { data } = load;
  const isReady = data?.state === 'waiting' && data.documentComparedAt !== null && !data.hindrance;
  const agent = useAgentLink(isReady);
  const [isTicked, setTicked] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [reset, setReset] = useState<ResetToken | null>(null);
  const form = useFields({ adminPin: (pin) => (pin.trim() ? null : TEXT.adminPinMissing) });

  const compare = useAction(async () => {
    setAsked(true);
    if (isTicked) {
      load.setData(await call(compareDocument, { params, body: { compared: true } }));
    }
  });
  const prove = async (token: ResetToken, challenge: Challenge) => {
    const body = await proveReset(ukeyAgent, token, challenge);
    load.setData(await call(completeUnlock, { params, body }));
  };
  const unlock = useAgentAction(async (token: TokenView) => {
    if (!data || !form.pass('adminPin')) {
      return;
    }
    const adminPin = form.values.adminPin.trim();
    // Whatever the token says to it: nobody taps again with a PIN that it has just refused.
    form.clear();
    // Before the token is touched: whatever the BFF refuses, it refuses now.
    const challenge = await call(requestChallenge, { params });
    const fresh = await resetPin(ukeyAgent, token, { adminPin, publicKeySha256: data.publicKeySha256 });
    setReset(fresh);
    await prove(fresh, challenge);
  }, agent.look);
  const proveAgain = useAgentAction(async () => {
    if (reset) {
      await prove(reset, await call(requestChallenge, { params }));
    }
  }, agent.look);

  return {
    load,
    agent,
    isTicked,
    tick: setTicked,
    isUnticked: isAsked && !isTicked,
    compare,
    form,
    reset,
    unlock,
    proveAgain,
    problem: unlock.problem ?? proveAgain.problem,
  };
}
export type UkeyUnlockPage = ReturnType<typeof useUkeyUnlock>;
