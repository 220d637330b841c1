import type { UkeyAgentAnswer, UkeyAgentOperationName, UkeyAgentRequest } from '@acceptance/shared';
import { type TokenDesk, tokenIdOf } from '../token/token-desk';
import type { TokenState } from '../token/token-driver';
import { changePin, unblockPin, wipeToken } from './change-pins';
import { makeCertificateRequest } from './make-certificate-request';
import { makeKey } from './make-key';
import { prepareToken } from './prepare-token';
import { signChallenge } from './sign-challenge';
import { checkCertificate, listCertificates, writeCertificate } from './write-certificate';

/** Whatever is done with tokens; pairing is done before. */
export type TokenOperationName = Exclude<UkeyAgentOperationName, 'beginPairing' | 'completePairing'>;
export type TokenOperations = {
  readonly [N in TokenOperationName]: (request: UkeyAgentRequest<N>, origin: string) => Promise<UkeyAgentAnswer<N>>;
};

function describeToken(desk: TokenDesk, token: TokenState): UkeyAgentAnswer<'listTokens'>['tokens'][number] {
  const { serial, label, model, manufacturer, algorithms } = token;
  const isLocked = token.isLocked || desk.tries.left(serial) === 0;
  const whenInitialised = token.hasPin ? (isLocked ? 'locked' : 'ready') : 'initialised';
  const state = token.isInitialised ? whenInitialised : 'free';
  return { id: tokenIdOf(token), serial, label, model, manufacturer, state, algorithms: [...algorithms] };
}

export const createTokenOperations = (desk: TokenDesk): TokenOperations => ({
  listTokens: async () => ({ tokens: (await desk.driver.tokens()).map((token) => describeToken(desk, token)) }),
  prepareToken: (request) => prepareToken(desk, request),
  async confirmPreparation({ label }) {
    desk.journal.remove(label);
    return {};
  },
  makeKey: (request) => makeKey(desk, request),
  makeCertificateRequest: (request) => makeCertificateRequest(desk, request),
  writeCertificate: async (request) => writeCertificate(desk, request),
  checkCertificate: (request) => checkCertificate(desk, request),
  listCertificates: (request) => listCertificates(desk, request),
  signChallenge: async (request, origin) => signChallenge(desk, request, origin),
  changePin: (request) => changePin(desk, request),
  unblockPin: (request) => unblockPin(desk, request),
  wipeToken: (request) => wipeToken(desk, request),
});
