import { elementLimit, typedValue } from './typed-value';

describe('what of a typed text counts', () => {
  it.each([
    ['+86 138 1234 1234', '13812341234'],
    ['0086-138-1234-1234', '13812341234'],
    ['8613812341234', '13812341234'],
    ['\u202d138 1234 1234\u202c', '13812341234'],
    ['１３８１２３４１２３４', '13812341234'],
  ])('reads the phone number in %j', (typed, value) => {
    expect(typedValue('phone', typed, 11)).toEqual({ value, isCut: false });
  });

  it.each(['138123412345', '1381234123a', '8613812341', '+4915112345678'])(
    'cuts nothing off the phone number %j',
    (typed) => {
      expect(typedValue('phone', typed, 11).value).toBe(typed.toUpperCase());
    },
  );

  it('keeps a digit too many of a code, and drops its gap', () => {
    expect(typedValue('digits', '123 4567', 6).value).toBe('1234567');
  });

  it('reads an ID number and a code in groups, longer than they are', () => {
    expect(typedValue('id-number', ' 110105 19491231 002x ', 18).value).toBe('11010519491231002X');
    expect(typedValue('code', '9111 0000 6000 3734 1L', 18).value).toBe('91110000600037341L');
  });

  it.each([
    ['+86 138 1234 1234', '13812341234'],
    [' someone-else@example.com ', 'someone-else@example.com'],
  ])('reads the account in %j', (typed, value) => {
    expect(typedValue('account', typed, 100).value).toBe(value);
  });

  it('takes the blanks out of an address, and nothing out of a password', () => {
    expect(typedValue('email', ' a b@example.com\n', 100).value).toBe('ab@example.com');
    expect(typedValue('email', `${'a'.repeat(101)}@example.com`, 100).value).toHaveLength(113);
    expect(typedValue('password', ` ${'p'.repeat(130)}`, 128).value).toHaveLength(131);
  });

  it('ends other text where there is no room, and says so', () => {
    expect(typedValue('text', '示例𠮷公司', 3)).toEqual({ value: '示例𠮷', isCut: true });
    expect(typedValue('text', ' 示例 ', 4)).toEqual({ value: ' 示例 ', isCut: false });
  });

  it('lets the element stop text that is full, and leaves room for what is never cut', () => {
    expect(elementLimit('text', '示例𠮷', 3)).toBe(4);
    expect(elementLimit('phone', '138', 11)).toBeGreaterThan('+86 138 1234 12345'.length);
  });
});
