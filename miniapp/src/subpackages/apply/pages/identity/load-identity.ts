import type { AccountView, FaceCheckView, IdentityState } from '@acceptance/shared';
import { type Problem, problemOf } from '../../../../api/problem';

export interface LoadedIdentity {
  readonly account: AccountView;
  readonly state: IdentityState;
  /** Why nobody knows yet how the open check by face went. */
  readonly faceProblem: Problem | null;
}

/** What the server is asked for. */
export interface IdentityCalls {
  readonly readAccount: () => Promise<AccountView>;
  readonly readState: () => Promise<IdentityState>;
  readonly readFaceResult: (faceCheckId: string) => Promise<FaceCheckView>;
}

/** The state with a newer face check in it. */
export const withFaceCheck = (state: IdentityState, check: FaceCheckView): IdentityState => ({
  ...state,
  face: state.face && { ...state.face, check },
});

/**
 * How far somebody is. An open check by face is asked about each time, so that who comes back from the vendor's page, also
 * after the program was killed, sees how it went without doing anything.
 */
export async function loadIdentity(calls: IdentityCalls): Promise<LoadedIdentity> {
  const [account, state] = await Promise.all([calls.readAccount(), calls.readState()]);
  const open = state.face?.check;
  if (account.identity || open?.state !== 'open') {
    return { account, state, faceProblem: null };
  }
  try {
    const { state: ended } = await calls.readFaceResult(open.id);
    if (ended === 'open') {
      return { account, state, faceProblem: null };
    }
  } catch (error) {
    return { account, state, faceProblem: problemOf(error) };
  }
  // The end changes what is left today, and perhaps the account.
  const [after, newer] = await Promise.all([calls.readAccount(), calls.readState()]);
  return { account: after, state: newer, faceProblem: null };
}
