import type { AccountView, OrderView, ProjectView } from '@acceptance/shared';
import { summariseForm, summariseOrder } from './order-summary';

const project: ProjectView = {
  id: 'procurement-cloud',
  name: '政府采购云平台',
  summary: '',
  applicantTypes: ['unit'],
  validityMonths: 12,
  priceFen: 26_000,
  paymentRequired: true,
  invoiceOffered: true,
  deliveryWays: ['courier', 'pick-up'],
  couriers: ['EMS'],
  attachments: [
    { kind: 'business-licence', label: '营业执照', hint: '', required: true },
    { kind: 'bank-proof', label: '企业网银证明', hint: '', required: false },
    { kind: 'authority-letter', label: '经办人授权书', hint: '', required: true, onlyFor: 'agent' },
  ],
  specialTerms: [],
  certificate: { profiles: { person: 'person-signing', unit: 'unit-signing' }, algorithms: ['sm2'] },
};
const account: AccountView = {
  id: '65a000000000000000000009',
  phoneMasked: '138****1234',
  identity: {
    nameMasked: '*伟',
    idNumberMasked: '1101**********002X',
    verifiedAt: '2026-11-22T01:00:00.000Z',
    verifiedBy: 'provider',
  },
  wechatBound: false,
};
const file = { id: 'f', purpose: 'attachment', mediaType: 'image/jpeg', byteLength: 1, width: 1, height: 1 } as const;
const order = {
  status: 'draft',
  applicantType: 'unit',
  amountFen: 26_000,
  project,
  contract: {
    state: 'acknowledged',
    contractNumber: 'HT-1',
    version: '1',
    textSha256: null,
    sha256: null,
    fileSha256: null,
    sealedAt: null,
    timestamp: null,
  },
  idCard: { front: file, back: file },
  signature: file,
  form: {
    unit: {
      name: '青山商贸有限公司',
      unifiedSocialCreditCode: '91150100MA0000000X',
      legalRepresentative: '张伟',
      role: 'legal-representative',
    },
    email: 'a@example.cn',
    address: '青山路 1 号',
    invoice: {
      kind: 'general',
      title: '青山商贸有限公司',
      taxpayerNumber: '',
      email: 'a@example.cn',
      bankName: '某银行',
    },
    delivery: {
      way: 'courier',
      courier: 'EMS',
      receiver: '张伟',
      phone: '13812341234',
      province: '内蒙古自治区',
      city: '呼和浩特市',
      district: '新城区',
      street: '青山路 1 号',
    },
  },
  attachments: [{ kind: 'business-licence', file }],
} as unknown as OrderView;

const section = (title: string, changed: Partial<OrderView> = {}) =>
  summariseOrder({ ...order, ...changed }, account).find((candidate) => candidate.title === title);
const valuesOf = (title: string, changed: Partial<OrderView> = {}) =>
  Object.fromEntries(section(title, changed)?.rows.map((row) => [row.label, row.value]) ?? []);

describe('what was typed, on the page of the order', () => {
  it('is the unit, the invoice and the way to its holder, whole', () => {
    const sections = summariseForm(order);
    expect(sections.map(({ title }) => title)).toEqual(['申请信息', '发票', '领取']);
    expect(sections.flatMap(({ rows }) => rows.map(({ value }) => value))).toEqual(
      expect.arrayContaining([
        '青山商贸有限公司',
        'EMS（运费到付）',
        '13812341234',
        '内蒙古自治区呼和浩特市新城区青山路 1 号',
      ]),
    );
  });
});

describe('the summary before handing in', () => {
  it('goes through everything in the order of the steps', () => {
    expect(summariseOrder(order, account).map(({ title, link }) => [title, link?.step ?? null])).toEqual([
      ['办理项目', null],
      ['申请信息', 'particulars'],
      ['实名信息', 'identity'],
      ['证件与合同', 'sealed'],
      ['发票', 'form'],
      ['领取', 'form'],
      ['上传材料', 'attachments'],
    ]);
  });

  it('shows the person masked only', () => {
    expect(valuesOf('实名信息')).toEqual({
      姓名: '*伟',
      身份证号码: '1101**********002X',
      登录手机号: '138****1234',
    });
  });

  it('says when money is due, or that it is free', () => {
    expect(valuesOf('办理项目').费用).toBe('¥260.00，审核通过后支付');
    expect(valuesOf('办理项目', { project: { ...project, paymentRequired: false } }).费用).toBe('免费');
  });

  it('says what the contract says of the unit', () => {
    expect(valuesOf('申请信息')).toMatchObject({ 法定代表人: '张伟', 您的身份: '法定代表人（负责人）本人' });
  });

  it('counts papers that are asked for, and says which optional ones are not there', () => {
    expect(valuesOf('上传材料')).toEqual({ 营业执照: '1 张', 企业网银证明: '未上传（选交）' });
    expect(section('上传材料', { project: { ...project, attachments: [] } })).toBeUndefined();
    expect(valuesOf('证件与合同')).toEqual({ 身份证照片: '2 张', 手写签名: '已确认', 合同编号: 'HT-1' });
  });

  it('lets photos be changed only in an order that was returned', () => {
    expect(section('证件与合同', { status: 'returned' })?.link).toEqual({ step: 'papers', label: '修改' });
  });

  it('shows of an invoice only what belongs to its kind', () => {
    expect(valuesOf('发票')).toEqual({ 类型: '增值税普通发票', 抬头: '青山商贸有限公司', 接收邮箱: 'a@example.cn' });
    const special = { ...order.form, invoice: { ...order.form.invoice, kind: 'special' as const } };
    expect(valuesOf('发票', { form: special })).toMatchObject({ 开户银行: '某银行' });
    const none = { ...order.form, invoice: { ...order.form.invoice, kind: 'none' as const } };
    expect(valuesOf('发票', { form: none })).toEqual({ 类型: '不开发票' });
    expect(section('发票', { project: { ...project, invoiceOffered: false } })).toBeUndefined();
  });

  it('writes the address of a parcel in one line, and none for picking up', () => {
    expect(valuesOf('领取')).toMatchObject({
      方式: '邮寄领取',
      快递: 'EMS（运费到付）',
      地址: '内蒙古自治区呼和浩特市新城区青山路 1 号',
    });
    expect(valuesOf('领取', { form: { ...order.form, delivery: { way: 'pick-up', courier: 'EMS' } } })).toEqual({
      方式: '上门自取',
    });
  });
});
