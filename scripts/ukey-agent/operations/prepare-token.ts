import { type PreparedToken, UkeyAgentError, type UkeyAgentRequest } from '@acceptance/shared';
import { TokenError } from '../pkcs11/token-error';
import { MAX_PREPARATIONS, type Preparation } from '../state/preparation-journal';
import { randomAdminPin, randomPin } from '../token/random-pin';
import { agentErrorOfAdminPin, asAdministrator, findToken, type TokenDesk, tokenIdOf } from '../token/token-desk';
import type { TokenState } from '../token/token-driver';

type Request = UkeyAgentRequest<'prepareToken'>;

const isAdminPinWrong = (error: unknown): boolean =>
  error instanceof UkeyAgentError && error.code === 'ukey.admin_pin_wrong';

/** The token that a preparation was begun with, however it is called by now. */
async function findAgain(desk: TokenDesk, { token }: Request, begun: Preparation): Promise<TokenState> {
  const tokens = await desk.driver.tokens();
  const found =
    begun.serial === ''
      ? (tokens.find(({ isInitialised, label }) => isInitialised && label === begun.label) ??
        tokens.find((one) => tokenIdOf(one) === token && !one.isInitialised))
      : tokens.find(({ serial }) => serial === begun.serial);
  if (!found) {
    throw new UkeyAgentError('ukey.token_not_found');
  }
  if (token !== tokenIdOf(found) && token !== begun.tokenId) {
    throw new UkeyAgentError('ukey.label_mismatch');
  }
  return found;
}

/** Draws the PINs and writes them down before the token is touched. */
async function begin(desk: TokenDesk, { token, label, adminPin }: Request): Promise<[TokenState, Preparation]> {
  const state = await findToken(desk, token);
  const others = (await desk.driver.tokens()).filter(({ slot }) => slot !== state.slot);
  if (others.some((other) => other.isInitialised && other.label === label)) {
    throw new UkeyAgentError('ukey.label_taken');
  }
  if (state.isAdminLocked) {
    throw new UkeyAgentError('ukey.admin_pin_locked');
  }
  if (state.isInitialised && adminPin === undefined) {
    throw new UkeyAgentError('ukey.token_in_use');
  }
  if (desk.journal.count() >= MAX_PREPARATIONS) {
    throw new UkeyAgentError('ukey.preparations_waiting', { count: desk.journal.count() });
  }
  const preparation: Preparation = {
    label,
    serial: state.serial,
    tokenId: token,
    wasInitialised: state.isInitialised,
    adminPin: randomAdminPin(state.pinLength),
    pin: randomPin(state.pinLength, [state.serial, label]),
    stage: 'begun',
  };
  desk.journal.put(preparation);
  return [state, preparation];
}

/** @returns the stage that is reached by it */
async function initialise(
  desk: TokenDesk,
  state: TokenState,
  { label, adminPin, wasInitialised }: Preparation,
  former: string | undefined,
): Promise<Preparation['stage']> {
  if (!wasInitialised) {
    // initialised under our label by now: a run that was killed before it could write that down
    if (!state.isInitialised) await desk.driver.initialise(state.slot, adminPin, label);
    return 'administered';
  }
  if (former === undefined) {
    throw new UkeyAgentError('ukey.token_in_use');
  }
  try {
    await desk.driver.initialise(state.slot, former, label);
  } catch (error) {
    const refusal = agentErrorOfAdminPin(error);
    // it was not touched: the PINs that were drawn for it are nobody's
    if (refusal instanceof UkeyAgentError) desk.journal.remove(label);
    throw refusal;
  }
  return 'initialised';
}

/** From the former administrator's PIN to ours, unless that was done before the agent was killed. */
async function takeOver(desk: TokenDesk, state: TokenState, { adminPin }: Preparation, former: string | undefined) {
  try {
    const present = former ?? adminPin;
    await asAdministrator(desk, state, present, async (session) => {
      if (present !== adminPin) await session.changePin(present, adminPin);
    });
  } catch (error) {
    if (former === undefined || !isAdminPinWrong(error)) {
      throw error;
    }
    await asAdministrator(desk, state, adminPin, async () => undefined);
  }
}

async function setPin(desk: TokenDesk, state: TokenState, { adminPin, pin }: Preparation): Promise<void> {
  await asAdministrator(desk, state, adminPin, (session) => session.setPin(pin));
  // read back, in the way in which the holder will use it
  const session = await desk.driver.open(state.slot, { as: 'holder', pin });
  await session.end();
}

/**
 * Initialises a token with random PINs. Each step is written down after it was done and can be done twice, so that the same call goes on
 * where a killed agent or a token that was pulled out broke it off. @throws UkeyAgentError, TokenError
 */
export async function prepareToken(desk: TokenDesk, request: Request): Promise<PreparedToken> {
  const former = desk.journal.find(request.label);
  const [state, preparation] = former
    ? ([await findAgain(desk, request, former), former] as const)
    : await begin(desk, request);
  let { stage } = preparation;
  const reach = (next: Preparation['stage']): void => {
    stage = next;
    desk.journal.put({ ...preparation, stage });
  };
  if (stage === 'begun') {
    reach(await initialise(desk, state, preparation, request.adminPin));
  }
  if (stage === 'initialised') {
    await takeOver(desk, state, preparation, request.adminPin);
    reach('administered');
  }
  await setPin(desk, state, preparation);
  const ready = (await desk.driver.tokens()).find(({ slot }) => slot === state.slot);
  if (!ready) {
    throw new TokenError('removed', 'after setting the PIN');
  }
  desk.tries.clear(ready.serial);
  const { label, pin, adminPin } = preparation;
  return { id: tokenIdOf(ready), serial: ready.serial, label, pin, adminPin };
}
