import type { ApplicationForm, UnitDoubt } from '@acceptance/shared';
import { orderFacts } from './order-facts';

const form: ApplicationForm = {
  unit: {
    name: '内蒙古示例商贸有限公司',
    unifiedSocialCreditCode: '91350100M000100Y43',
    legalRepresentative: '张伟',
    role: 'agent',
  },
  email: 'zhangwei@example.cn',
  address: '呼和浩特市新城区示例路 1 号',
  invoice: { kind: 'none' },
  delivery: { way: 'pick-up' },
};
const applicant = { nameMasked: '*伟', idNumberMasked: '1101**********002X', phoneMasked: '138****1234' };
const valuesOf = (typed: ApplicationForm, field: string) =>
  orderFacts({ form: typed, applicant, applicantType: 'unit', unitCheck: null })
    .find((group) => group.field === field)
    ?.rows.map((row) => row.value);

describe('what was typed', () => {
  it('starts with the verified person and groups the rest as it can be marked', () => {
    const groups = orderFacts({ form, applicant, applicantType: 'unit', unitCheck: null });
    expect(groups.map((group) => group.field)).toEqual([null, 'unit', 'email', 'address', 'invoice', 'delivery']);
    expect(groups[0]?.rows.map((row) => row.value)).toEqual(['*伟', '1101**********002X', '138****1234']);
  });

  it('has no unit for a person, and only the person before anything was submitted', () => {
    const { unit: _unit, ...personal } = form;
    expect(
      orderFacts({ form: personal, applicant, applicantType: 'person', unitCheck: null }).map((group) => group.field),
    ).not.toContain('unit');
    expect(orderFacts({ form: null, applicant, applicantType: 'person', unitCheck: null })).toHaveLength(1);
  });

  it('shows all lines of a special invoice and says when no tax number was given', () => {
    const special: ApplicationForm['invoice'] = {
      kind: 'special',
      title: '示例公司',
      taxpayerNumber: '91350100M000100Y43',
      email: 'fp@example.cn',
      businessAddress: '示例路 1 号',
      businessPhone: '0471-1234567',
      bankName: '示例银行',
      bankAccount: '6222000000000000',
    };
    expect(valuesOf({ ...form, invoice: special }, 'invoice')).toHaveLength(8);
    const general: ApplicationForm['invoice'] = { kind: 'general', title: '示例公司', email: 'fp@example.cn' };
    expect(valuesOf({ ...form, invoice: general }, 'invoice')).toContain('未填写');
    expect(valuesOf(form, 'invoice')).toEqual(['不开发票']);
  });

  it('joins the address of a delivery', () => {
    const delivery: ApplicationForm['delivery'] = {
      way: 'courier',
      courier: 'EMS',
      receiver: '张伟',
      phone: '13812341234',
      province: '内蒙古自治区',
      city: '呼和浩特市',
      district: '新城区',
      street: '示例路 1 号',
    };
    expect(valuesOf({ ...form, delivery }, 'delivery')).toEqual([
      '邮寄领取',
      'EMS',
      '张伟 13812341234',
      '内蒙古自治区呼和浩特市新城区示例路 1 号',
    ]);
  });
});

describe('a code whose check character does not fit', () => {
  const unusual = '91350203M0001QKT19';
  const unit = { ...form.unit!, name: '示例公司', unifiedSocialCreditCode: unusual, confirmedCode: unusual };

  it('is flagged beside the unit, and beside the tax number', () => {
    expect(valuesOf({ ...form, unit }, 'unit')).toEqual([
      '示例公司',
      unusual,
      '校验位不符，申请人确认与执照一致',
      '张伟',
      '经办人，须有授权书',
    ]);
    const invoice = { kind: 'general', title: '示例公司', taxpayerNumber: unusual, email: 'fp@example.cn' } as const;
    expect(valuesOf({ ...form, unit, invoice }, 'invoice')).toContain('校验位不符，申请人确认税号无误');
  });

  it('is the only one that is', () => {
    expect(valuesOf(form, 'unit')).toHaveLength(4);
  });
});

describe('what the registry said', () => {
  const registryOf = (doubts: UnitDoubt[]) =>
    orderFacts({ form, applicant, applicantType: 'unit', unitCheck: { at: '2026-11-26T01:00:00.000Z', doubts } })
      .find((group) => group.field === 'unit')
      ?.rows.at(-1)?.value;

  it('is that all fits, or every doubt in words', () => {
    expect(registryOf([])).toBe('名称、代码、法定代表人一致，正常经营');
    expect(registryOf(['name', 'state'])).toMatch(/单位名称不同.*经营状态不明/);
  });
});
