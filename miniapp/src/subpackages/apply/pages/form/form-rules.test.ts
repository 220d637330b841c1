import { type ApplicationFormDraft, checkApplicationForm, type FormRules } from '@acceptance/shared';
import { applyInvoiceTitle, fillFromPrevious, formProblems, openingDraft, visibleFields } from './form-rules';

const PROJECT: FormRules = {
  applicantType: 'unit',
  invoiceOffered: true,
  deliveryWays: ['courier', 'pick-up'],
  couriers: ['EMS', '顺丰速运'],
};
const USCC = '91350100M000100Y43';
const COMPLETE: ApplicationFormDraft = {
  unit: {
    name: '呼和浩特市示例贸易有限公司',
    unifiedSocialCreditCode: USCC,
    legalRepresentative: '张伟',
    role: 'agent',
  },
  email: 'name@example.cn',
  address: '呼和浩特市新城区新华大街 1 号',
  invoice: { kind: 'none' },
  delivery: { way: 'pick-up' },
};
const pathsOf = (draft: ApplicationFormDraft, project = PROJECT) =>
  formProblems(draft, project).map(({ path }) => path);

describe('the fields of the page', () => {
  it('are few at first', () => {
    expect(visibleFields({}, PROJECT)).toEqual(['invoice.kind', 'delivery.way']);
  });

  it('leave out the invoice where the project has none', () => {
    expect(visibleFields({}, { ...PROJECT, invoiceOffered: false })).toEqual(['delivery.way']);
  });

  it('grow with the kind of invoice and the way of delivery', () => {
    const draft: ApplicationFormDraft = { invoice: { kind: 'special' }, delivery: { way: 'courier' } };
    expect(visibleFields(draft, PROJECT)).toEqual(
      expect.arrayContaining(['invoice.bankAccount', 'delivery.courier', 'delivery.street']),
    );
    expect(visibleFields({ invoice: { kind: 'general' } }, PROJECT)).not.toContain('invoice.bankName');
  });
});

describe('the check of the form', () => {
  it('names everything that is missing, in the order of the page, in words of its own', () => {
    const problems = formProblems({ delivery: { way: 'courier' }, invoice: { kind: 'general' } }, PROJECT);
    expect(problems.map(({ path }) => path)).toEqual([
      'invoice.title',
      'invoice.email',
      'delivery.courier',
      'delivery.receiver',
      'delivery.phone',
      'delivery.province',
      'delivery.city',
      'delivery.district',
      'delivery.street',
    ]);
    const messages = Object.fromEntries(problems.map(({ path, message }) => [path, message]));
    expect(messages).toMatchObject({
      'delivery.courier': '请选择快递公司',
      'delivery.phone': '请输入 11 位手机号',
    });
    expect(problems.map(({ message }) => message)).not.toContain('格式不正确');
    expect(problems.map(({ message }) => message)).not.toContain('请填写');
  });

  it('asks for the choices at their own place', () => {
    const { invoice: _invoice, delivery: _delivery, ...rest } = COMPLETE;
    expect(formProblems(rest, PROJECT)).toEqual([
      { path: 'invoice.kind', message: '请选择是否开发票' },
      { path: 'delivery.way', message: '请选择领取方式' },
    ]);
  });

  it('accepts a complete form, and so does the server', () => {
    expect(formProblems(COMPLETE, PROJECT)).toEqual([]);
    expect(checkApplicationForm(COMPLETE, PROJECT).ok).toBe(true);
  });

  it('does not ask what the project does not want', () => {
    const { unit: _unit, invoice: _invoice, ...personal } = COMPLETE;
    expect(pathsOf(personal, { ...PROJECT, applicantType: 'person', invoiceOffered: false })).toEqual([]);
  });

  it('lets the tax number of a general invoice be empty but not wrong', () => {
    const invoice = { kind: 'general', title: '示例', email: 'name@example.cn', taxpayerNumber: '' } as const;
    expect(pathsOf({ ...COMPLETE, invoice })).toEqual([]);
    expect(pathsOf({ ...COMPLETE, invoice: { ...invoice, taxpayerNumber: '91' } })).toEqual(['invoice.taxpayerNumber']);
    expect(pathsOf({ ...COMPLETE, invoice: { ...invoice, kind: 'special' } })).toContain('invoice.taxpayerNumber');
  });

  it('asks about a tax number that may be right', () => {
    const general = { kind: 'general', title: '示例公司', email: 'name@example.cn' } as const;
    const invoice = { ...general, taxpayerNumber: '91350203M0001QKT19' };
    expect(pathsOf({ ...COMPLETE, invoice })).toEqual(['invoice.taxpayerNumber']);
    expect(pathsOf({ ...COMPLETE, invoice: { ...invoice, confirmedNumber: invoice.taxpayerNumber } })).toEqual([]);
  });

  it('leaves what the contract says to the page on which it is typed', () => {
    expect(pathsOf({ ...COMPLETE, email: 'no address', unit: undefined })).toEqual([]);
  });

  it('takes only a courier of the project', () => {
    const delivery = {
      way: 'courier',
      courier: '别家快递',
      receiver: '张伟',
      phone: '13812341234',
      province: '内蒙古自治区',
      city: '呼和浩特市',
      district: '新城区',
      street: '新华大街 1 号',
    } as const;
    expect(pathsOf({ ...COMPLETE, delivery })).toEqual(['delivery.courier']);
    expect(pathsOf({ ...COMPLETE, delivery: { ...delivery, courier: 'EMS' } })).toEqual([]);
  });
});

describe('the form of an earlier application', () => {
  it('fills only what is empty, and only on this page', () => {
    const filled = fillFromPrevious({ delivery: { receiver: '李娜' } }, COMPLETE, PROJECT);
    expect(filled).toEqual({ invoice: { kind: 'none' }, delivery: { receiver: '李娜', way: 'pick-up' } });
  });

  it('leaves out what this project does not offer', () => {
    const previous: ApplicationFormDraft = {
      ...COMPLETE,
      delivery: { way: 'courier', courier: '别家快递', receiver: '张伟' },
    };
    const rules: FormRules = { ...PROJECT, invoiceOffered: false };
    expect(fillFromPrevious({}, previous, rules)).toEqual({ delivery: { way: 'courier', receiver: '张伟' } });
    expect(fillFromPrevious({}, previous, { ...rules, deliveryWays: ['pick-up'] })).toEqual({});
  });
});

describe('opening the page', () => {
  it('chooses where there is no choice', () => {
    const project: FormRules = { ...PROJECT, deliveryWays: ['courier'], couriers: ['EMS'] };
    expect(openingDraft({}, project)).toEqual({ delivery: { way: 'courier', courier: 'EMS' } });
  });

  it('leaves choices to the person', () => {
    expect(openingDraft({}, PROJECT)).toEqual({});
    expect(openingDraft(COMPLETE, { ...PROJECT, deliveryWays: ['courier'] })).toEqual(COMPLETE);
  });
});

describe('an invoice title from WeChat', () => {
  it('is put in without emptying what it lacks', () => {
    const draft: ApplicationFormDraft = { invoice: { kind: 'special', bankName: '示例银行' } };
    const chosen = {
      title: '示例公司',
      taxpayerNumber: USCC,
      businessAddress: '',
      businessPhone: '0471-1234567',
      bankName: '',
      bankAccount: '',
    };
    expect(applyInvoiceTitle(draft, chosen).invoice).toEqual({
      kind: 'special',
      title: '示例公司',
      taxpayerNumber: USCC,
      businessPhone: '0471-1234567',
      bankName: '示例银行',
    });
  });

  it('leaves nothing of another one: no tax number of a unit under the name of a person', () => {
    const own = { kind: 'special', title: '示例公司', taxpayerNumber: USCC, bankName: '示例银行' } as const;
    const draft: ApplicationFormDraft = { invoice: { ...own, email: 'name@example.cn' } };
    const lacking = { taxpayerNumber: '', businessAddress: '', businessPhone: '', bankName: '', bankAccount: '' };
    expect(applyInvoiceTitle(draft, { ...lacking, title: '张伟' }).invoice).toEqual({
      ...lacking,
      ...{ kind: 'special', title: '张伟', email: 'name@example.cn' },
    });
    expect(applyInvoiceTitle(draft, { ...lacking, title: '示例公司' })).toEqual(draft);
  });
});
