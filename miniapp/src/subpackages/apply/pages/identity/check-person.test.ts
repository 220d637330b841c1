import { AppError } from '@acceptance/shared';
import { problemOf } from '../../../../api/problem';
import { checkPerson, checkPersonField, hasErrors, NO_ERRORS, personErrorsOf } from './check-person';

// 11010519491231002X is the example of GB 11643.
const person = { name: '张伟', idNumber: '11010519491231002x', phone: '13812341234' };

describe('the check of a typed person', () => {
  it('finds nothing wrong with a right one, a small x included', () => {
    expect(checkPerson(person)).toEqual(NO_ERRORS);
    expect(hasErrors(checkPerson(person))).toBe(false);
  });

  it.each([
    ['name', '', '请输入姓名'],
    ['name', '张1', '姓名请与证件一致：汉字和中间的“·”，或者外文字母'],
    ['idNumber', ' ', '请输入身份证号码'],
    ['idNumber', '110105194912310021', '证件号码有一位输错了，请核对'],
    ['phone', '', '请输入手机号'],
    ['phone', '138****1234', '请输入 11 位手机号'],
  ] as const)('says of %s %p: %s', (field, value, message) => {
    expect(checkPersonField(field, value)).toBe(message);
    expect(hasErrors(checkPerson({ ...person, [field]: value }))).toBe(true);
  });

  it('asks nothing about the number that signs in', () => {
    expect(checkPerson({ ...person, phone: null })).toEqual(NO_ERRORS);
  });

  it('takes a name in letters for the documents that have such names only', () => {
    const foreigner = { ...person, name: 'SMITH JOHN' };
    expect(checkPerson(foreigner)).toEqual({ ...NO_ERRORS, name: '居民身份证上的姓名是汉字，请按证件填写' });
    expect(checkPerson({ ...foreigner, idNumber: 'USA110080010101' })).toEqual(NO_ERRORS);
  });

  it("takes over the server's remarks on fields", () => {
    const refusal = new AppError('identity.under_age', { fields: [{ path: 'idNumber', message: '须年满 18 周岁' }] });
    expect(personErrorsOf(problemOf(refusal))).toEqual({ ...NO_ERRORS, idNumber: '须年满 18 周岁' });
    expect(personErrorsOf(null)).toEqual(NO_ERRORS);
  });
});
