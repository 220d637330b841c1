import { payerShown } from './present-entry';

describe('who paid, in lists', () => {
  it.each(['张伟', '张会', '欧阳小明', '阿依努尔·买买提', 'ZHANG WEI'])(
    'is masked where it may be a person: %s',
    (name) => {
      expect(payerShown(name)).not.toBe(name);
      expect(payerShown(name)).toContain('*');
    },
  );

  it.each(['示例医药（集团）有限责任公司', '某某投资中心（有限合伙）', '和平路便民商店', '示例市第一人民医院'])(
    'is named where it is a unit: %s',
    (name) => {
      expect(payerShown(name)).toBe(name);
    },
  );
});
