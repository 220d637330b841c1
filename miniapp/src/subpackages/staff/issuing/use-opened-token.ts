import { type TokenView, UkeyAgentError } from '@acceptance/shared';
import { useState } from 'react';
import { ukeyAgent } from '../../../features/ukey-agent/ukey-agent';
import { useFields } from '../../../features/use-fields';
import { STAFF_ISSUING_TEXT as TEXT } from '../texts-issuing';
import { type OpenedToken, openToken } from './make-in-ukey';
import { tokenFit } from './token-fit';

const isRefusal = (error: unknown, code: UkeyAgentError['code']): boolean =>
  error instanceof UkeyAgentError && error.code === code;

/** The token of an order with its PIN: from the agent while the letter waits to be printed, afterwards from whoever has the letter. */
export function useOpenedToken(orderNumber: string) {
  const [opened, setOpened] = useState<OpenedToken | null>(null);
  const [asksPin, setAsksPin] = useState(false);
  const form = useFields({ pin: (pin) => (pin.trim() ? null : TEXT.pinMissing) });

  /** Null: the PIN is to be typed first. @throws AgentAway, UkeyAgentError */
  const open = async (token: TokenView, adminPin?: string): Promise<OpenedToken | null> => {
    if (opened?.serial === token.serial && token.serial !== '' && !adminPin) {
      return opened;
    }
    if (asksPin) {
      const pin = form.values.pin.trim();
      return form.pass('pin') ? { token: token.id, serial: token.serial, pin, letter: null } : null;
    }
    try {
      const fresh = await openToken(ukeyAgent, token, { orderNumber, adminPin });
      setOpened(fresh);
      return fresh;
    } catch (error) {
      if (!isRefusal(error, 'ukey.token_in_use') || tokenFit(token, orderNumber) !== 'begun') {
        throw error;
      }
      setAsksPin(true);
      return null;
    }
  };
  return {
    letter: opened?.letter ?? null,
    /** The letter was printed and confirmed: the agent has forgotten the PIN. */
    asksPin,
    form,
    open,
    forget: () => setOpened(null),
  };
}
export type OpenedTokenState = ReturnType<typeof useOpenedToken>;
