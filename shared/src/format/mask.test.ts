import { maskEmail, maskIdNumber, maskName, maskPhone, maskUnitName } from './mask';

describe('masks', () => {
  it('leaves three and four digits of a phone number', () => {
    expect(maskPhone('13812341234')).toBe('138****1234');
  });

  it.each(['', '1', '1381234', '+8613812341234', '138 1234 1234', '0471-1234567'])(
    'shows nothing of %p, which is no mobile number',
    (phone) => {
      expect(maskPhone(phone)).toBe('*'.repeat(phone.length));
    },
  );

  it('leaves the first and last four characters of an ID number', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X');
  });

  it.each(['', '1', '12345678'])('shows nothing of %p, too short for an ID number', (value) => {
    expect(maskIdNumber(value)).toBe('*'.repeat(value.length));
  });

  it.each([
    ['张伟', '*伟'],
    ['欧阳小明', '***明'],
    ['张', '*'],
    ['', '*'],
    ['\u{20BB7}\u{2B4E7}', '*\u{2B4E7}'],
  ])('leaves only the last character of the name %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['name@example.cn', 'n***@example.cn'],
    ['n@example.cn', 'n***@example.cn'],
    ['@example.cn', '***'],
    ['not an address', '***'],
    ['', '***'],
  ])('leaves the first character and the domain of the address %p', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([
    ['示例市蓝天办公用品有限公司', '示例*******有限公司'],
    ['蓝天测绘有限公司所', '蓝********'],
    ['蓝天', '蓝*'],
    ['蓝', '蓝*'],
    ['', '*'],
  ])('leaves two and four characters of the name of a unit, of a short one the first (%s)', (name, masked) => {
    expect(maskUnitName(name)).toBe(masked);
  });
});
