import { UkeyAgentError } from '@acceptance/shared';
import { TokenError } from '../pkcs11/token-error';
import type { PinTries } from '../state/pin-tries';
import type { PreparationJournal } from '../state/preparation-journal';
import type { TokenDriver, TokenSession, TokenState } from './token-driver';

/** What every operation works with. */
export interface TokenDesk {
  readonly driver: TokenDriver;
  readonly journal: PreparationJournal;
  readonly tries: PinTries;
  readonly now: () => Date;
}

export const tokenIdOf = ({ serial, slot }: TokenState): string => (serial === '' ? `slot-${slot}` : serial);

/** @throws UkeyAgentError when it is not plugged in */
export async function findToken({ driver }: TokenDesk, id: string): Promise<TokenState> {
  const found = (await driver.tokens()).find((token) => tokenIdOf(token) === id);
  if (!found) {
    throw new UkeyAgentError('ukey.token_not_found');
  }
  return found;
}

/** What a token's refusal is called outside; PINs are handled where they are given. */
export function agentErrorOf(error: unknown): unknown {
  if (!(error instanceof TokenError)) {
    return error;
  }
  switch (error.reason) {
    case 'removed':
      return new UkeyAgentError('ukey.token_removed', undefined, error);
    case 'full':
      return new UkeyAgentError('ukey.token_full', undefined, error);
    default:
      return new UkeyAgentError('ukey.failed', undefined, error);
  }
}

const isPinRefusal = (error: unknown): boolean =>
  error instanceof TokenError && ['pin_wrong', 'pin_locked', 'pin_length'].includes(error.reason);

/** What the holder is told of a wrong PIN: the token's own word first, for it counts tries on other PCs too. */
async function refusalOfPin(desk: TokenDesk, id: string, serial: string, error: TokenError): Promise<UkeyAgentError> {
  const { isLocked, isLastTry } = await findToken(desk, id);
  const remaining = desk.tries.left(serial);
  if (error.reason === 'pin_locked' || isLocked || remaining === 0) {
    return new UkeyAgentError('ukey.pin_locked', undefined, error);
  }
  return isLastTry
    ? new UkeyAgentError('ukey.pin_last_try', undefined, error)
    : new UkeyAgentError('ukey.pin_wrong', { remaining }, error);
}

async function openAsHolder(desk: TokenDesk, token: TokenState, pin: string): Promise<TokenSession> {
  const { serial } = token;
  if (!token.isInitialised || !token.hasPin) {
    throw new UkeyAgentError('ukey.token_not_prepared');
  }
  if (token.isLocked || desk.tries.left(serial) === 0) {
    throw new UkeyAgentError('ukey.pin_locked');
  }
  desk.tries.count(serial);
  try {
    const session = await desk.driver.open(token.slot, { as: 'holder', pin });
    desk.tries.clear(serial);
    return session;
  } catch (error) {
    if (error instanceof TokenError && isPinRefusal(error)) {
      throw await refusalOfPin(desk, tokenIdOf(token), serial, error);
    }
    desk.tries.takeBack(serial);
    throw error;
  }
}

/** @throws UkeyAgentError */
export function agentErrorOfAdminPin(error: unknown): unknown {
  if (error instanceof TokenError && isPinRefusal(error)) {
    return error.reason === 'pin_locked'
      ? new UkeyAgentError('ukey.admin_pin_locked', undefined, error)
      : new UkeyAgentError('ukey.admin_pin_wrong', undefined, error);
  }
  return error;
}

async function inSession<T>(session: TokenSession, act: (session: TokenSession) => Promise<T>): Promise<T> {
  try {
    return await act(session);
  } finally {
    await session.end();
  }
}

/** Acts on a token with the holder's PIN; it is logged out afterwards, so that the next request needs the PIN again. @throws UkeyAgentError, TokenError */
export async function asHolder<T>(
  desk: TokenDesk,
  { token, pin }: { readonly token: string; readonly pin: string },
  act: (session: TokenSession, state: TokenState) => Promise<T>,
): Promise<T> {
  const state = await findToken(desk, token);
  return inSession(await openAsHolder(desk, state, pin), (session) => act(session, state));
}

/** @throws UkeyAgentError, TokenError */
export async function asAdministrator<T>(
  desk: TokenDesk,
  state: TokenState,
  pin: string,
  act: (session: TokenSession) => Promise<T>,
): Promise<T> {
  if (state.isAdminLocked) {
    throw new UkeyAgentError('ukey.admin_pin_locked');
  }
  let session: TokenSession;
  try {
    session = await desk.driver.open(state.slot, { as: 'administrator', pin });
  } catch (error) {
    throw agentErrorOfAdminPin(error);
  }
  return inSession(session, act);
}

/** Reads what anybody may read. @throws UkeyAgentError, TokenError */
export async function withoutPin<T>(
  desk: TokenDesk,
  id: string,
  act: (session: TokenSession, state: TokenState) => Promise<T>,
): Promise<T> {
  const state = await findToken(desk, id);
  if (!state.isInitialised) {
    throw new UkeyAgentError('ukey.token_not_prepared');
  }
  return inSession(await desk.driver.open(state.slot, null), (session) => act(session, state));
}
