import type { FileView, OrderView } from '@acceptance/shared';
import { isSideOpen, papersGoal, papersMode, sidesNotRedone, whyNotYet } from './papers-state';

const file = (purpose: FileView['purpose']): FileView => ({
  id: '0123456789abcdef01234567',
  purpose,
  mediaType: 'image/jpeg',
  byteLength: 400_000,
  width: 1600,
  height: 1000,
});
const FRONT = file('id-card-front');
const BACK = file('id-card-back');

type Papers = Pick<OrderView, 'status' | 'contract' | 'idCard' | 'reviewMarks' | 'currentStep' | 'changedSinceReturn'>;
const order = (facts: Partial<Papers> = {}): Papers => ({
  status: 'draft',
  contract: {
    state: 'consented',
    contractNumber: null,
    version: '1',
    textSha256: null,
    sha256: null,
    fileSha256: null,
    sealedAt: null,
    timestamp: null,
  },
  idCard: { front: FRONT, back: BACK },
  currentStep: 'papers',
  reviewMarks: [],
  changedSinceReturn: [],
  ...facts,
});
const why = (facts: Partial<Papers>, isSending = false) => whyNotYet(order(facts), isSending);
const SEALED = {
  state: 'sealed',
  contractNumber: 'HT-1',
  version: '1',
  textSha256: null,
  sha256: null,
  fileSha256: null,
  sealedAt: null,
  timestamp: null,
} as const;

describe('why the papers cannot be handed in yet', () => {
  it('is nothing when all is there', () => {
    expect(why({})).toBeNull();
  });

  it.each([
    [{ idCard: { front: null, back: null } }, '还差身份证的人像面和国徽面'],
    [{ idCard: { front: null, back: BACK } }, '还差身份证人像面'],
    [{ idCard: { front: FRONT, back: null } }, '还差身份证国徽面'],
  ])('names what is missing (%#)', (facts, sentence) => {
    expect(why(facts)).toBe(sentence);
  });

  it('is a photo on its way', () => {
    expect(why({}, true)).toBe('照片正在上传，请稍等');
  });
});

describe('photos before the identity is verified', () => {
  const unverified = { currentStep: 'identity', idCard: { front: FRONT, back: null } } as const;

  it('lead back to where they are asked for, complete or not', () => {
    expect(papersGoal(order(unverified))).toBe('toIdentity');
    expect(why(unverified)).toBeNull();
    expect(papersGoal(order())).toBe('next');
  });
});

describe('a signed contract', () => {
  it('keeps its papers', () => {
    const signed = order({ contract: SEALED });
    expect(papersMode(signed)).toBe('signed');
    expect(papersGoal(signed)).toBe('toSealed');
    expect(isSideOpen(signed, 'front')).toBe(false);
    expect(why({ contract: SEALED })).toBeNull();
  });
});

describe('a returned application', () => {
  const returned: Partial<Papers> = {
    status: 'returned',
    contract: { ...SEALED, state: 'acknowledged' },
    reviewMarks: [
      { field: 'id-card-back', reason: 'glare' },
      { field: 'email', reason: 'other' },
    ],
  };

  it('asks only for the marked side again', () => {
    expect(isSideOpen(order(returned), 'back')).toBe(true);
    expect(isSideOpen(order(returned), 'front')).toBe(false);
    expect(sidesNotRedone(order(returned))).toBe('国徽面');
    const changedSinceReturn = [{ field: 'id-card-back' } as const];
    expect(sidesNotRedone(order({ ...returned, changedSinceReturn }))).toBeNull();
  });

  it('never bars the way: the photo may have been taken on an earlier visit', () => {
    expect(why(returned)).toBeNull();
  });

  it('asks for nothing when the photos are fine', () => {
    expect(sidesNotRedone(order({ ...returned, reviewMarks: [] }))).toBeNull();
  });
});
