import { accessRefusalOf } from './photo-access';

describe('why a photo could not be taken', () => {
  it.each([
    [{ errMsg: 'chooseMedia:fail auth deny', errno: 103 }, 'permission'],
    [{ errMsg: 'chooseMedia:fail:auth denied' }, 'permission'],
    [{ errMsg: 'chooseMedia:fail system permission denied' }, 'system'],
    [{ errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }, 'privacy'],
    [{ errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 }, 'undeclared'],
    [new Error('permission denied'), 'permission'],
  ] as const)('reads %o as %s', (failure, refusal) => {
    expect(accessRefusalOf(failure)).toBe(refusal);
  });

  it.each([{ errMsg: 'chooseMedia:fail cancel' }, { errMsg: 'getImageInfo:fail file not found' }, null])(
    'sees no refusal in %o',
    (failure) => {
      expect(accessRefusalOf(failure)).toBeNull();
    },
  );
});
