import { FACE_FAILURES } from '@acceptance/shared';
import { faceResultOf } from './face-results';

const resultOf = (ErrCode: number | null, person: object = {}) => faceResultOf({ Text: { ErrCode, ...person } });

describe('the ErrCode of a face check', () => {
  it.each([
    [1002, 'not-live'],
    [1102, 'unclear'],
    [1202, 'unclear'],
    [2004, 'unclear'],
    [2013, 'unclear'],
    [2012, 'several-faces'],
    [2011, 'other-person'],
    [2015, 'other-person'],
    [2016, 'other-person'],
    [2002, 'mismatch'],
    [2003, 'mismatch'],
    [2006, 'mismatch'],
    [2005, 'no-photo'],
    [2007, 'no-photo'],
    [2009, 'no-photo'],
    [16, 'too-many'],
    [14, 'interrupted'],
    [202, 'interrupted'],
    [1003, 'interrupted'],
    [1008, 'interrupted'],
    [4, 'provider'],
    [204, 'provider'],
    [1001, 'provider'],
    [2017, 'provider'],
  ] as const)('%d is a failure: %s', (code, failure) => {
    expect(FACE_FAILURES).toContain(failure);
    expect(resultOf(code)).toEqual({ outcome: 'failed', failure });
  });

  it.each([9999, -1])('%d, which no table names, proves nobody and may be tried again', (code) => {
    expect(resultOf(code)).toEqual({ outcome: 'failed', failure: 'interrupted' });
  });

  it.each([[null], [17]])('%p is not done', (code) => {
    expect(resultOf(code)).toEqual({ outcome: 'not-done' });
  });

  it('15 is expired', () => expect(resultOf(15)).toEqual({ outcome: 'expired' }));

  it('0 is a pass for whom it names, and none for nobody', () => {
    const person = { Name: '张伟', IdCard: '11010519491231002X' };
    expect(resultOf(0, person)).toEqual({ outcome: 'passed', name: '张伟', idNumber: '11010519491231002X' });
    expect(resultOf(0, { ...person, Name: null })).toBeNull();
    expect(resultOf(0, { ...person, IdCard: '' })).toBeNull();
  });

  it('without a Text is not done', () => {
    expect(faceResultOf({ Text: null })).toEqual({ outcome: 'not-done' });
    expect(faceResultOf({})).toEqual({ outcome: 'not-done' });
  });
});
