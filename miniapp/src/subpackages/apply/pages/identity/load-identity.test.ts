import { type AccountView, AppError, type FaceCheckView, type IdentityState } from '@acceptance/shared';
import { type IdentityCalls, loadIdentity } from './load-identity';

const ACCOUNT = { id: 'a', identity: null } as AccountView;
const VERIFIED = { id: 'a', identity: { nameMasked: '*伟' } } as AccountView;
const CHECK: FaceCheckView = {
  id: 'c',
  state: 'open',
  failure: null,
  url: 'https://face.example/x',
  expiresAt: '2026-12-01T04:00:00.000Z',
};
const stateWith = (check: FaceCheckView | null): IdentityState => ({
  phoneMasked: '138****1234',
  triesLeft: 2,
  blockedUntil: null,
  check: null,
  draft: null,
  face: { startsLeft: 2, check },
});

/** A server whose open check ends like this when it is asked about. */
function serverThat(ends: () => FaceCheckView) {
  const asked: string[] = [];
  let current = CHECK;
  const calls: IdentityCalls = {
    readAccount: async () => (current.state === 'passed' ? VERIFIED : ACCOUNT),
    readState: async () => stateWith(current),
    async readFaceResult(id) {
      asked.push(id);
      current = ends();
      return current;
    },
  };
  return { calls, asked };
}

describe('loading how far somebody is', () => {
  it('asks about an open check by face, and shows who passed it as verified', async () => {
    const { calls, asked } = serverThat(() => ({ ...CHECK, state: 'passed', url: null }));
    expect((await loadIdentity(calls)).account).toBe(VERIFIED);
    expect(asked).toEqual(['c']);
  });

  it('shows why one has failed', async () => {
    const { calls } = serverThat(() => ({ ...CHECK, state: 'failed', failure: 'unclear', url: null }));
    const { state, faceProblem } = await loadIdentity(calls);
    expect(state.face?.check).toMatchObject({ state: 'failed', failure: 'unclear' });
    expect(faceProblem).toBeNull();
  });

  it('leaves one open that is not done', async () => {
    const { calls } = serverThat(() => CHECK);
    expect((await loadIdentity(calls)).state.face?.check).toEqual(CHECK);
  });

  it('says why nobody knows, and shows the rest of the page all the same', async () => {
    const { calls } = serverThat(() => {
      throw new AppError('identity.unavailable');
    });
    const { state, faceProblem } = await loadIdentity(calls);
    expect(state.face?.check).toEqual(CHECK);
    expect(faceProblem?.code).toBe('identity.unavailable');
  });

  it.each([
    ['nothing is open', null, ACCOUNT],
    ['it has ended', { ...CHECK, state: 'failed', failure: 'mismatch', url: null } as const, ACCOUNT],
    ['the person is verified', CHECK, VERIFIED],
  ])('asks nothing when %s', async (_title, check, account) => {
    const { calls, asked } = serverThat(() => CHECK);
    await loadIdentity({ ...calls, readAccount: async () => account, readState: async () => stateWith(check) });
    expect(asked).toEqual([]);
  });
});
