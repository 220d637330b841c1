import { keepLocked } from './locked-fields';

const before = {
  unit: { name: '示例公司', unifiedSocialCreditCode: '91', legalRepresentative: '张伟', role: 'agent' },
  email: 'old@example.com',
} as const;
const sent = {
  unit: { name: '别的公司', unifiedSocialCreditCode: '92', confirmedCode: '92', legalRepresentative: '李娜' },
  email: 'new@example.com',
};

describe('a form of an order that begins with a certificate', () => {
  it('renewed, keeps who the unit is and takes the rest', () => {
    expect(keepLocked('renewal', before, sent)).toStrictEqual({
      unit: { name: '示例公司', unifiedSocialCreditCode: '91', legalRepresentative: '李娜' },
      email: 'new@example.com',
    });
  });

  it('keeps it also when no unit is sent at all', () => {
    expect(keepLocked('renewal', before, {})).toStrictEqual({
      unit: { name: '示例公司', unifiedSocialCreditCode: '91' },
    });
  });

  it('changed, takes another name of the same unit', () => {
    expect(keepLocked('change', before, sent).unit).toStrictEqual({
      name: '别的公司',
      unifiedSocialCreditCode: '91',
      legalRepresentative: '李娜',
    });
  });

  it('is free in a first application, and in a person’s own', () => {
    expect(keepLocked('new', before, sent)).toBe(sent);
    expect(keepLocked('renewal', { email: 'a@example.com' }, sent)).toBe(sent);
  });
});
