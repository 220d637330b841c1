import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenError } from '../pkcs11/token-error';
import { openPinTries } from '../state/pin-tries';
import { openPreparationJournal } from '../state/preparation-journal';
import { agentErrorOf, asAdministrator, asHolder, type TokenDesk } from './token-desk';
import type { TokenDriver, TokenState } from './token-driver';

const folder = mkdtempSync(join(tmpdir(), 'token-desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOUND: TokenState = {
  slot: 1n,
  serial: '8F3A61',
  label: 'CA-2026-000001',
  model: 'written down',
  manufacturer: 'this test',
  isInitialised: true,
  hasPin: true,
  isLastTry: false,
  isLocked: false,
  isAdminLocked: false,
  pinLength: { min: 6, max: 16 },
  algorithms: ['rsa-2048'],
};

/** A token that refuses every login with `reason`, and is in state `after` from then on. */
function deskWith(before: Partial<TokenState>, reason: TokenError['reason'], after: Partial<TokenState> = before) {
  let logins = 0;
  const driver: TokenDriver = {
    tokens: async () => [{ ...SOUND, ...(logins === 0 ? before : after) }],
    initialise: async () => undefined,
    async open() {
      logins += 1;
      throw new TokenError(reason, 'C_Login');
    },
    close: async () => undefined,
  };
  const tries = openPinTries(mkdtempSync(join(folder, 'state-')));
  const desk: TokenDesk = { driver, tries, journal: openPreparationJournal(folder), now: () => new Date(0) };
  return { desk, logins: () => logins, left: () => tries.left(SOUND.serial) };
}

const holder = { token: SOUND.serial, pin: '59260718' };
const nothing = async () => undefined;

describe('a wrong PIN', () => {
  it('is said to leave one try when the token says so, whatever we counted', async () => {
    const { desk } = deskWith({}, 'pin_wrong', { isLastTry: true });
    await expect(asHolder(desk, holder, nothing)).rejects.toMatchObject({ code: 'ukey.pin_last_try' });
  });

  it.each([
    ['answers so', deskWith({}, 'pin_locked')],
    ['is locked from then on', deskWith({}, 'pin_wrong', { isLocked: true })],
  ])('is said to have locked the token when it %s', async (_, { desk }) => {
    await expect(asHolder(desk, holder, nothing)).rejects.toMatchObject({ code: 'ukey.pin_locked' });
  });

  it('of a length that the token does not take counts as any other', async () => {
    const { desk } = deskWith({}, 'pin_length');
    await expect(asHolder(desk, holder, nothing)).rejects.toMatchObject({
      code: 'ukey.pin_wrong',
      details: { remaining: 4 },
    });
  });

  it('is not tried at a token that is locked', async () => {
    const { desk, logins } = deskWith({ isLocked: true }, 'pin_wrong');
    await expect(asHolder(desk, holder, nothing)).rejects.toMatchObject({ code: 'ukey.pin_locked' });
    expect(logins()).toBe(0);
  });

  it('is not counted when the token was gone before it could look', async () => {
    const { desk, left } = deskWith({}, 'removed');
    const failure = await asHolder(desk, holder, nothing).catch((error: unknown) => error);
    expect(agentErrorOf(failure)).toMatchObject({ code: 'ukey.token_removed' });
    expect(left()).toBe(5);
  });

  it('of the administrator is told apart from a lock for good', async () => {
    const wrong = deskWith({}, 'pin_wrong').desk;
    const locked = deskWith({}, 'pin_locked').desk;
    await expect(asAdministrator(wrong, SOUND, 'x', nothing)).rejects.toMatchObject({ code: 'ukey.admin_pin_wrong' });
    await expect(asAdministrator(locked, SOUND, 'x', nothing)).rejects.toMatchObject({ code: 'ukey.admin_pin_locked' });
    const before = deskWith({}, 'pin_wrong');
    const state = { ...SOUND, isAdminLocked: true };
    await expect(asAdministrator(before.desk, state, 'x', nothing)).rejects.toMatchObject({
      code: 'ukey.admin_pin_locked',
    });
    expect(before.logins()).toBe(0);
  });
});
