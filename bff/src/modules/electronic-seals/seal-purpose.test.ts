import type { CertificateRules } from '@acceptance/shared';
import { sealPurposeOf } from './seal-purpose';

const rules: CertificateRules = { profiles: { person: 'p', unit: 'u' }, algorithms: ['sm2'] };

describe('the purpose of a seal', () => {
  it('is the usual one where the project says nothing, as projects of before do', () => {
    expect(sealPurposeOf(rules, 'unit')).toBe('电子签章专用章');
    expect(sealPurposeOf(rules, 'person')).toBe('个人签名');
  });

  it("is the project's for a unit, while a person's seal shows the signature alone", () => {
    const own = { ...rules, seal: { purpose: '投标专用章' } };
    expect(sealPurposeOf(own, 'unit')).toBe('投标专用章');
    expect(sealPurposeOf(own, 'person')).toBe('个人签名');
  });

  it('is none where the project has no seals', () => {
    expect(sealPurposeOf({ ...rules, seal: null }, 'unit')).toBeNull();
    expect(sealPurposeOf({ ...rules, seal: null }, 'person')).toBeNull();
  });
});
