import { createHash } from 'node:crypto';
import {
  PIN_LENGTH,
  pinProblem,
  type UkeyAgentAnswer,
  UkeyAgentError,
  type UkeyAgentRequest,
} from '@acceptance/shared';
import { holderCertificates, publicKeyDerOf, readCertificate } from '../token/certificate-chain';
import { randomPin } from '../token/random-pin';
import {
  agentErrorOfAdminPin,
  asAdministrator,
  asHolder,
  findToken,
  type TokenDesk,
  withoutPin,
} from '../token/token-desk';
import type { TokenState } from '../token/token-driver';

/** @throws UkeyAgentError */
function requireGoodPin(pin: string, { pinLength, serial, label }: TokenState): void {
  const min = Math.max(PIN_LENGTH.min, pinLength.min);
  const max = Math.min(PIN_LENGTH.max, pinLength.max);
  const problem = pinProblem(pin, [serial, label]);
  if (pin.length < min || pin.length > max || problem === 'characters') {
    throw new UkeyAgentError('ukey.pin_length', { min, max });
  }
  if (problem !== null) {
    throw new UkeyAgentError('ukey.pin_weak');
  }
}

/** @throws UkeyAgentError, TokenError */
export async function changePin(
  desk: TokenDesk,
  request: UkeyAgentRequest<'changePin'>,
): Promise<Record<string, never>> {
  const { pin, newPin, token } = request;
  if (pin === newPin) {
    throw new UkeyAgentError('ukey.pin_same');
  }
  requireGoodPin(newPin, await findToken(desk, token));
  return asHolder(desk, request, async (session) => {
    await session.changePin(pin, newPin);
    return {};
  });
}

const keyHashOf = (certificate: string): string =>
  createHash('sha256')
    .update(publicKeyDerOf(readCertificate(Buffer.from(certificate, 'base64'))))
    .digest('hex');

/** The token holds the certificate of this key: whoever has swapped tokens at the desk gets no PIN for the other one. @throws UkeyAgentError */
async function findHeldKey(desk: TokenDesk, token: string, publicKeySha256: string): Promise<string> {
  const held = await withoutPin(desk, token, async (session) => holderCertificates(await session.certificates()));
  if (held.length === 0) {
    throw new UkeyAgentError('ukey.certificate_missing');
  }
  const found = held.find(({ certificate }) => keyHashOf(certificate) === publicKeySha256);
  if (!found) {
    throw new UkeyAgentError('ukey.certificate_of_other_key');
  }
  return found.keyId;
}

/** A new PIN by the administrator's; also ends our own count of wrong ones. @throws UkeyAgentError, TokenError */
export async function unblockPin(
  desk: TokenDesk,
  { token, adminPin, newPin, publicKeySha256 }: UkeyAgentRequest<'unblockPin'>,
): Promise<UkeyAgentAnswer<'unblockPin'>> {
  const state = await findToken(desk, token);
  if (!state.isInitialised) {
    throw new UkeyAgentError('ukey.token_not_prepared');
  }
  if (newPin !== undefined) {
    requireGoodPin(newPin, state);
  }
  const keyId = publicKeySha256 === undefined ? undefined : await findHeldKey(desk, token, publicKeySha256);
  const pin = newPin ?? randomPin(state.pinLength, [state.serial, state.label]);
  await asAdministrator(desk, state, adminPin, (session) => session.setPin(pin));
  desk.tries.clear(state.serial);
  return { ...(newPin === undefined && { pin }), ...(keyId !== undefined && { keyId }) };
}

/** Erases all in the token; the administrator's PIN stays. @throws UkeyAgentError, TokenError */
export async function wipeToken(
  desk: TokenDesk,
  { token, adminPin, label }: UkeyAgentRequest<'wipeToken'>,
): Promise<Record<string, never>> {
  const state = await findToken(desk, token);
  if (!state.isInitialised) {
    throw new UkeyAgentError('ukey.token_not_prepared');
  }
  if (state.label !== label) {
    throw new UkeyAgentError('ukey.label_mismatch');
  }
  if (state.isAdminLocked) {
    throw new UkeyAgentError('ukey.admin_pin_locked');
  }
  try {
    await desk.driver.initialise(state.slot, adminPin, label);
  } catch (error) {
    throw agentErrorOfAdminPin(error);
  }
  desk.journal.remove(label);
  desk.tries.clear(state.serial);
  return {};
}
