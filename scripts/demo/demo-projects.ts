import type { ProjectRecord } from '../../bff/src/modules/projects';

const BUSINESS_LICENCE = {
  kind: 'business-licence',
  label: '营业执照',
  hint: '三证合一的营业执照副本，拍清整页',
  required: true,
};
const AUTHORITY_LETTER = {
  kind: 'authority-letter',
  label: '经办人授权书',
  hint: '加盖单位公章；法定代表人本人办理时不需要',
  required: false,
};
const COURIERS = ['EMS', '顺丰速运', '中通快递'];

/** The three projects of the demo: names are made up, prices and rules are those of the manual. */
export const DEMO_PROJECTS: readonly ProjectRecord[] = [
  {
    _id: 'procurement-cloud',
    name: '政府采购云平台（演示）',
    summary: '投标、签章、登录政府采购云平台用的单位数字证书',
    certificateKind: 'unit',
    validityMonths: 12,
    priceFen: 26_000,
    paymentRequired: true,
    invoiceOffered: true,
    deliveryWays: ['courier', 'pick-up'],
    couriers: COURIERS,
    attachments: [BUSINESS_LICENCE, AUTHORITY_LETTER],
    orderNumberPrefix: 'CGY',
    position: 1,
    active: true,
  },
  {
    _id: 'city-procurement',
    name: '市级政府采购（演示）',
    summary: '市级政府采购项目投标用的单位数字证书',
    certificateKind: 'unit',
    validityMonths: 12,
    priceFen: 19_500,
    paymentRequired: true,
    invoiceOffered: true,
    deliveryWays: ['courier', 'pick-up'],
    couriers: COURIERS,
    attachments: [BUSINESS_LICENCE],
    orderNumberPrefix: 'SCG',
    position: 2,
    active: true,
  },
  {
    _id: 'medical-insurance',
    name: '医疗保障信息平台（演示）',
    summary: '医保定点机构登录医疗保障信息平台用的数字证书，不收费、不开票',
    certificateKind: 'unit',
    validityMonths: 24,
    priceFen: 0,
    paymentRequired: false,
    invoiceOffered: false,
    deliveryWays: ['courier', 'pick-up'],
    couriers: COURIERS,
    attachments: [],
    orderNumberPrefix: 'YBJ',
    position: 3,
    active: true,
  },
];
