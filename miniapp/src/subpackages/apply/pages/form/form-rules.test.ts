import { type ApplicationFormDraft, checkApplicationForm } from '@acceptance/shared';
import { readField, writeField } from '../../draft/draft-fields';
import {
  applyInvoiceTitle,
  changeField,
  type FormProject,
  fieldElementId,
  fillFromPrevious,
  formProblems,
  marksOf,
  openingDraft,
  visibleFields,
} from './form-rules';

const PROJECT: FormProject = {
  certificateKind: 'unit',
  invoiceOffered: true,
  deliveryWays: ['courier', 'pick-up'],
  couriers: ['EMS', '顺丰速运'],
};
const USCC = '91350100M000100Y43';
const COMPLETE: ApplicationFormDraft = {
  unit: { name: '呼和浩特市示例贸易有限公司', unifiedSocialCreditCode: USCC },
  email: 'name@example.cn',
  address: '呼和浩特市新城区新华大街 1 号',
  invoice: { kind: 'none' },
  delivery: { way: 'pick-up' },
};
const pathsOf = (draft: ApplicationFormDraft, project = PROJECT) =>
  formProblems(draft, project).map(({ path }) => path);

describe('the fields of the page', () => {
  it('are few at first', () => {
    expect(visibleFields({}, PROJECT)).toEqual([
      'unit.name',
      'unit.unifiedSocialCreditCode',
      'email',
      'address',
      'invoice.kind',
      'delivery.way',
    ]);
  });

  it('leave out unit and invoice where the project has none', () => {
    expect(visibleFields({}, { ...PROJECT, certificateKind: 'personal', invoiceOffered: false })).toEqual([
      'email',
      'address',
      'delivery.way',
    ]);
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
      'unit.name',
      'unit.unifiedSocialCreditCode',
      'email',
      'address',
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
      'unit.name': '请填写单位名称',
      'unit.unifiedSocialCreditCode': '请填写统一社会信用代码',
      email: '请填写邮箱',
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
    expect(pathsOf(personal, { ...PROJECT, certificateKind: 'personal', invoiceOffered: false })).toEqual([]);
  });

  it('lets the tax number of a general invoice be empty but not wrong', () => {
    const invoice = { kind: 'general', title: '示例', email: 'name@example.cn', taxpayerNumber: '' } as const;
    expect(pathsOf({ ...COMPLETE, invoice })).toEqual([]);
    expect(pathsOf({ ...COMPLETE, invoice: { ...invoice, taxpayerNumber: '91' } })).toEqual(['invoice.taxpayerNumber']);
    expect(pathsOf({ ...COMPLETE, invoice: { ...invoice, kind: 'special' } })).toContain('invoice.taxpayerNumber');
  });

  it('asks about a code that may be right, and takes it once it is confirmed', () => {
    const unit = { name: '示例公司', unifiedSocialCreditCode: '91350203M0001QKT19' };
    const general = { kind: 'general', title: '示例公司', email: 'name@example.cn' } as const;
    const invoice = { ...general, taxpayerNumber: unit.unifiedSocialCreditCode };
    expect(pathsOf({ ...COMPLETE, unit, invoice })).toEqual(['unit.unifiedSocialCreditCode']);
    const confirmed = writeField({ ...COMPLETE, unit, invoice }, 'unit.confirmedCode', unit.unifiedSocialCreditCode);
    expect(formProblems(confirmed, PROJECT)).toEqual([]);
    expect(pathsOf(changeField(confirmed, 'unit.unifiedSocialCreditCode', '91350203M0001QKT18'))).toEqual([
      'unit.unifiedSocialCreditCode',
    ]);
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
  it('fills only what is empty', () => {
    const filled = fillFromPrevious({ email: 'new@example.cn', unit: { name: '' } }, COMPLETE, PROJECT);
    expect(filled).toMatchObject({ email: 'new@example.cn', unit: COMPLETE.unit, address: COMPLETE.address });
  });

  it('leaves out what this project does not offer', () => {
    const previous: ApplicationFormDraft = {
      ...COMPLETE,
      delivery: { way: 'courier', courier: '别家快递', receiver: '张伟' },
    };
    const project: FormProject = { ...PROJECT, certificateKind: 'personal', invoiceOffered: false };
    expect(fillFromPrevious({}, previous, project)).toEqual({
      email: COMPLETE.email,
      address: COMPLETE.address,
      delivery: { way: 'courier', receiver: '张伟' },
    });
    expect(fillFromPrevious({}, previous, { ...project, deliveryWays: ['pick-up'] })).not.toHaveProperty('delivery');
  });
});

describe('what follows from a change', () => {
  it('fills an invoice with what is known', () => {
    const draft = changeField(COMPLETE, 'invoice.kind', 'special');
    expect(draft.invoice).toEqual({
      kind: 'special',
      title: '呼和浩特市示例贸易有限公司',
      taxpayerNumber: USCC,
      email: 'name@example.cn',
    });
  });

  it('lets the title follow the unit name until it is changed itself', () => {
    const asked = changeField({}, 'invoice.kind', 'general');
    const named = changeField(changeField(asked, 'unit.name', '甲'), 'unit.name', '甲公司');
    expect(readField(named, 'invoice.title')).toBe('甲公司');
    const own = changeField(named, 'invoice.title', '甲公司分部');
    expect(readField(changeField(own, 'unit.name', '乙公司'), 'invoice.title')).toBe('甲公司分部');
  });

  it('leaves a hidden invoice alone', () => {
    expect(changeField({ invoice: { kind: 'none' } }, 'unit.name', '甲公司').invoice).toEqual({ kind: 'none' });
  });

  it('keeps what was typed when another kind is chosen and back', () => {
    const special = changeField(changeField(COMPLETE, 'invoice.kind', 'special'), 'invoice.bankName', '示例银行');
    const back = changeField(changeField(special, 'invoice.kind', 'none'), 'invoice.kind', 'special');
    expect(readField(back, 'invoice.bankName')).toBe('示例银行');
  });
});

describe('opening the page', () => {
  it('chooses where there is no choice', () => {
    const project: FormProject = { ...PROJECT, deliveryWays: ['courier'], couriers: ['EMS'] };
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
});

it('names the element of a field without dots, as selectors want it', () => {
  expect(fieldElementId('delivery.phone')).toBe('field-delivery-phone');
});

it('gives each part of the form its own marks', () => {
  const marks = [
    { field: 'invoice', reason: 'mismatch' },
    { field: 'unit', reason: 'other', note: '名称不全' },
  ] as const;
  expect(marksOf(marks, 'unit')).toEqual([marks[1]]);
  expect(marksOf(marks, 'email')).toEqual([]);
});
