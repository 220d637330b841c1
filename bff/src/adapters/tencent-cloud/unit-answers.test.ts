import { answerOfThree, answerOfTwo, findingOf } from './unit-answers';

const found = (fits: boolean, state: 'active' | 'revoked' | 'unknown' = 'active') =>
  ({ found: true, fits, state }) as const;
const NOT_FOUND = { found: false } as const;

describe('a reply', () => {
  it.each([
    ['1', 'active'],
    ['2', 'moved-out'],
    ['3', 'cancelled'],
    ['4', 'revoked'],
    ['5', 'annulled'],
    ['6', 'suspended'],
    ['7', 'annulled'],
    ['0', 'unknown'],
    ['/', 'unknown'],
    ['99', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('with the status %p means %s', (OperatingStatus, state) => {
    expect(findingOf({ StatusCode: 0, VerifyResult: 1, OperatingStatus })).toEqual({ found: true, fits: true, state });
  });

  it('with the StatusCode 2 found nothing', () => {
    expect(findingOf({ StatusCode: 2 })).toEqual(NOT_FOUND);
  });

  it.each([
    { StatusCode: 1 },
    { StatusCode: 1, VerifyResult: 1 },
    { StatusCode: 3, VerifyResult: 1 },
    { StatusCode: 0 },
    { StatusCode: 0, VerifyResult: null },
    { StatusCode: 0, VerifyResult: 2, OperatingStatus: '1' },
  ])('%j is no answer', (reply) => expect(findingOf(reply)).toBeUndefined());
});

describe('three factors', () => {
  it('settle a match of a unit that does business, and that there is no such unit', () => {
    expect(answerOfThree(found(true))).toEqual({ fit: 'match', state: 'active' });
    expect(answerOfThree(NOT_FOUND)).toEqual({ fit: 'not-found' });
  });

  it.each([found(false), found(false, 'unknown'), found(true, 'unknown')])('leave %j open', (finding) =>
    expect(answerOfThree(finding)).toBeUndefined(),
  );
});

describe('two factors after three', () => {
  it.each([
    ['fitted', true, found(true, 'revoked'), { fit: 'match', state: 'revoked' }],
    ['fitted without business, and now it has some', true, found(true), { fit: 'match', state: 'unknown' }],
    ['fitted, and now name and code do not', true, found(false), { fit: 'unsure' }],
    ['fitted, and now nothing is found', true, NOT_FOUND, { fit: 'unsure' }],
    ['did not fit, and now nothing is found', false, NOT_FOUND, { fit: 'unsure' }],
    [
      'did not fit, and these do',
      false,
      found(true, 'revoked'),
      { fit: 'mismatch', differs: 'legal-representative', state: 'revoked' },
    ],
    [
      'did not fit, nor do these',
      false,
      found(false, 'unknown'),
      { fit: 'mismatch', differs: 'name', state: 'unknown' },
    ],
  ])('which %s', (_what, threeFit, two, answer) => expect(answerOfTwo(threeFit, two)).toEqual(answer));
});
