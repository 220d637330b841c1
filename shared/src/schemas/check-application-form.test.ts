import type { ApplicationFormDraft } from './application-form';
import { checkApplicationForm, checkParticulars, type FormRules } from './check-application-form';

const rules = (changes: Partial<FormRules> = {}): FormRules => ({
  applicantType: 'unit',
  invoiceOffered: true,
  deliveryWays: ['courier', 'pick-up'],
  couriers: ['顺丰速运', '中国邮政'],
  ...changes,
});

const courier = {
  way: 'courier',
  courier: '顺丰速运',
  receiver: '张伟',
  phone: '13812341234',
  province: '内蒙古自治区',
  city: '呼和浩特市',
  district: '新城区',
  street: '示例路 1 号',
} as const;

const special = {
  kind: 'special',
  title: '示例科技有限公司',
  taxpayerNumber: '91110000802100433B',
  email: 'invoice@example.cn',
  businessAddress: '示例路 1 号',
  businessPhone: '0471-1234567',
  bankName: '示例银行新城支行',
  bankAccount: '6222 0000 0000 0000',
} as const;

const UNIT = {
  name: '示例科技有限公司',
  unifiedSocialCreditCode: '91110000802100433B',
  legalRepresentative: '张伟',
  role: 'legal-representative',
} as const;

const draft = (changes: Partial<ApplicationFormDraft> = {}): ApplicationFormDraft => ({
  unit: UNIT,
  email: 'zhang.wei@example.cn',
  address: '呼和浩特市新城区示例路 1 号',
  invoice: { kind: 'none' },
  delivery: { way: 'pick-up' },
  ...changes,
});

/** Problems by path; empty when the form is complete. */
function problemsOf(form: ApplicationFormDraft, project: FormRules = rules()): Record<string, string> {
  const check = checkApplicationForm(form, project);
  return check.ok ? {} : Object.fromEntries(check.problems.map(({ path, message }) => [path, message]));
}

describe('application form of a project', () => {
  it('takes the kinds of invoices that the project offers', () => {
    const wish = draft({ invoice: special });
    expect(problemsOf(wish, rules({ invoiceKinds: ['general'] }))).toEqual({
      'invoice.kind': '这个项目不开这种发票',
    });
    expect(problemsOf(wish, rules({ invoiceKinds: ['general', 'special'] }))).toEqual({});
    expect(problemsOf(wish)).toEqual({});
  });

  it('gives back the parsed form when it is complete', () => {
    const check = checkApplicationForm(draft({ email: ' zhang.wei@example.cn ' }), rules());
    expect(check).toEqual({ ok: true, form: { ...draft(), email: 'zhang.wei@example.cn' } });
  });

  it('names every field that is missing from an empty form', () => {
    expect(Object.keys(problemsOf({})).sort()).toEqual(['address', 'delivery', 'email', 'invoice']);
  });

  describe('unit', () => {
    it('is needed for a unit certificate', () => {
      expect(problemsOf(draft({ unit: undefined }))).toEqual({ 'unit.name': '请填写单位名称和统一社会信用代码' });
    });

    it('is not needed for a personal certificate', () => {
      expect(problemsOf(draft({ unit: undefined }), rules({ applicantType: 'person' }))).toEqual({});
    });

    it('is checked where it is given', () => {
      const unit = { ...UNIT, name: ' ', unifiedSocialCreditCode: '91110000802100433C' };
      expect(problemsOf(draft({ unit }))).toEqual({
        'unit.name': '请填写单位名称',
        'unit.unifiedSocialCreditCode': '代码可能有一位输错了，请与营业执照逐位核对；执照上确实是这样的，请在下面打勾',
      });
    });
  });

  it('leaves out the unit of somebody who applies for themselves', () => {
    const unit = { ...UNIT, unifiedSocialCreditCode: '123' };
    const check = checkApplicationForm(draft({ unit }), rules({ applicantType: 'person' }));
    expect(check.ok && check.form.unit).toBeUndefined();
  });

  it('takes a code whose check character does not fit once it is confirmed, and keeps that', () => {
    const unit = { ...UNIT, unifiedSocialCreditCode: '91350203M0001QKT19' };
    expect(Object.keys(problemsOf(draft({ unit })))).toEqual(['unit.unifiedSocialCreditCode']);
    const confirmed = { ...unit, confirmedCode: unit.unifiedSocialCreditCode };
    expect(checkApplicationForm(draft({ unit: confirmed }), rules())).toEqual({
      ok: true,
      form: draft({ unit: confirmed }),
    });
    expect(Object.keys(problemsOf(draft({ unit, email: '' })))).toEqual(['email', 'unit.unifiedSocialCreditCode']);
  });

  describe('invoice', () => {
    it('is nothing to choose where the project offers none', () => {
      const check = checkApplicationForm(draft({ invoice: undefined }), rules({ invoiceOffered: false }));
      expect(check).toEqual({ ok: true, form: draft() });
    });

    it('is refused where the project offers none', () => {
      expect(problemsOf(draft({ invoice: special }), rules({ invoiceOffered: false }))).toEqual({
        'invoice.kind': '这个项目不开发票',
      });
    });

    it('must be chosen where the project offers one', () => {
      expect(problemsOf(draft({ invoice: undefined }))).toHaveProperty('invoice');
      expect(problemsOf(draft({ invoice: {} }))).toEqual({ 'invoice.kind': '请选择是否开发票' });
    });

    it('takes a general invoice to a person without a taxpayer number', () => {
      const general = { kind: 'general', title: '张伟', email: 'zhang.wei@example.cn' } as const;
      expect(problemsOf(draft({ invoice: general }))).toEqual({});
      expect(problemsOf(draft({ invoice: { ...general, taxpayerNumber: '' } }))).toEqual({});
      expect(problemsOf(draft({ invoice: { ...general, taxpayerNumber: '123' } }))).toHaveProperty([
        'invoice.taxpayerNumber',
      ]);
    });

    it.each(['150102701234567', '15010270123456701', '11010519491231002X', '11010519491231002X01'])(
      'takes the tax number %s',
      (taxpayerNumber) => {
        expect(problemsOf(draft({ invoice: { ...special, taxpayerNumber } }))).toEqual({});
      },
    );

    it('takes a complete special invoice', () => {
      expect(problemsOf(draft({ invoice: special }))).toEqual({});
    });

    it.each([
      'title',
      'taxpayerNumber',
      'email',
      'businessAddress',
      'businessPhone',
      'bankName',
      'bankAccount',
    ] as const)('wants %s for a special invoice', (field) => {
      expect(Object.keys(problemsOf(draft({ invoice: { ...special, [field]: undefined } })))).toEqual([
        `invoice.${field}`,
      ]);
      expect(Object.keys(problemsOf(draft({ invoice: { ...special, [field]: '？' } })))).toEqual(
        ['title', 'businessAddress', 'bankName'].includes(field) ? [] : [`invoice.${field}`],
      );
    });
  });

  describe('delivery', () => {
    it('takes a courier of the list', () => {
      expect(problemsOf(draft({ delivery: courier }))).toEqual({});
    });

    it('refuses a courier that is not on the list', () => {
      expect(problemsOf(draft({ delivery: { ...courier, courier: '示例快运' } }))).toEqual({
        'delivery.courier': '请从列表中选择快递公司',
      });
    });

    it.each([
      ['courier', 'pick-up'],
      ['pick-up', 'courier'],
    ] as const)('refuses %s where only %s is offered', (chosen, offered) => {
      const delivery = chosen === 'courier' ? courier : { way: chosen };
      expect(problemsOf(draft({ delivery }), rules({ deliveryWays: [offered] }))).toEqual({
        'delivery.way': '这个项目不支持这种领取方式',
      });
    });

    it('names each field of the address that is missing or wrong', () => {
      const { street: _, ...withoutStreet } = courier;
      const delivery = { ...withoutStreet, phone: '138', receiver: '' };
      expect(problemsOf(draft({ delivery }))).toEqual({
        'delivery.phone': '请输入 11 位手机号',
        'delivery.receiver': '请填写收件人',
        'delivery.street': '请填写',
      });
    });

    it('must be chosen', () => {
      expect(problemsOf(draft({ delivery: {} }))).toEqual({ 'delivery.way': '请选择领取方式' });
    });
  });

  it('reports all rules of the project at once', () => {
    const form = draft({ unit: undefined, invoice: special, delivery: courier });
    const project = rules({ invoiceOffered: false, deliveryWays: ['pick-up'], couriers: [] });
    expect(Object.keys(problemsOf(form, project)).sort()).toEqual([
      'delivery.courier',
      'delivery.way',
      'invoice.kind',
      'unit.name',
    ]);
  });
});

describe('what the contract says of the applicant', () => {
  const { invoice: _, delivery: __, ...particulars } = draft();

  it('is complete before there is an invoice or a delivery', () => {
    expect(checkParticulars(particulars, 'unit')).toEqual({ ok: true, particulars });
  });

  it('names no unit for a person', () => {
    const { unit: _unit, ...ofPerson } = particulars;
    expect(checkParticulars(particulars, 'person')).toEqual({ ok: true, particulars: ofPerson });
  });

  it.each([
    ['unit.name', { unit: undefined }],
    ['unit.legalRepresentative', { unit: { ...UNIT, legalRepresentative: ' ' } }],
    ['unit.role', { unit: { ...UNIT, role: undefined } }],
    ['unit.unifiedSocialCreditCode', { unit: { ...UNIT, unifiedSocialCreditCode: '91350203M0001QKT19' } }],
    ['email', { email: 'zhang' }],
    ['address', { address: '' }],
  ])('lacks %s', (path, change) => {
    const check = checkParticulars({ ...particulars, ...change }, 'unit');
    expect(!check.ok && check.problems.map((problem) => problem.path)).toEqual([path]);
  });
});
