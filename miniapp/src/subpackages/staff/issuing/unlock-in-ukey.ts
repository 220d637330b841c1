import type { Challenge, StaffUkeyUnlock, TokenView, UkeyUnlockProof } from '@acceptance/shared';
import type { UkeyAgent } from '../../../features/ukey-agent/agent-client';

/** A token whose PIN was reset, as long as the page is open. */
export interface ResetToken {
  readonly token: string;
  readonly serial: string;
  readonly pin: string;
  readonly keyId: string;
}

/** The token to reset: the recorded one, or the only one that has anything in it; the agent refuses one without the key. */
export function tokenToReset(
  tokens: readonly TokenView[],
  { tokenSerialNumber }: Pick<StaffUkeyUnlock, 'tokenSerialNumber'>,
): TokenView | null {
  const used = tokens.filter(({ state }) => state !== 'free');
  const recorded = used.find(({ serial }) => serial !== '' && serial === tokenSerialNumber);
  return recorded ?? (used.length === 1 ? (used[0] ?? null) : null);
}

/**
 * Sets a new random PIN in the token that holds the certificate; key and certificate stay.
 * @throws AgentAway, UkeyAgentError, Error for an agent that is too old to look for the key
 */
export async function resetPin(
  agent: UkeyAgent,
  { id, serial }: Pick<TokenView, 'id' | 'serial'>,
  { adminPin, publicKeySha256 }: { readonly adminPin: string; readonly publicKeySha256: string },
): Promise<ResetToken> {
  const { pin, keyId } = await agent('unblockPin', { token: id, adminPin, publicKeySha256 });
  if (pin === undefined || keyId === undefined) {
    throw new Error('the agent does not say which key it has unlocked');
  }
  return { token: id, serial, pin, keyId };
}

/** The certificate's key signs under the new PIN. @throws AgentAway, UkeyAgentError */
export async function proveReset(
  agent: UkeyAgent,
  { token, pin, keyId }: ResetToken,
  challenge: Challenge,
): Promise<UkeyUnlockProof> {
  const { signature } = await agent('signChallenge', { token, pin, keyId, challenge });
  return { nonce: challenge.nonce, signature };
}
