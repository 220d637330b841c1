import type { ContractDetails } from '@acceptance/shared';

const person: ContractDetails = {
  applicantType: 'person',
  person: { name: '张伟', documentType: 'resident-id-card', idNumber: '11010519491231002X', phone: '13800138000' },
  unit: null,
  email: 'zhangwei@example.com',
  address: '示例省示例市演示区测试路2号3单元401室',
  projectName: '示例省政府采购云平台',
  validityMonths: 12,
  feeFen: 26_000,
  specialTerms: [],
};
const unit = {
  name: '示例市蓝天办公用品有限公司',
  unifiedSocialCreditCode: '91350100M000100Y43',
  legalRepresentative: '张伟',
  role: 'legal-representative',
} as const;
const agent: ContractDetails = {
  ...person,
  applicantType: 'unit',
  unit: { ...unit, legalRepresentative: '王芳', role: 'agent' },
  specialTerms: [
    '证书仅用于示例省政府采购云平台的投标、响应文件签名和加解密，平台停止服务的，证书在有效期内仍可用于其他支持的平台。',
    '证书到期前三十日内可以更新一次，更新费用按当时公布的价格。',
  ],
};

/** What contracts look like, from the shortest to the longest; all persons and units are made up. */
export const SAMPLE_CONTRACTS: Readonly<Record<string, ContractDetails>> = {
  person,
  legal: { ...person, applicantType: 'unit', unit },
  agent,
  longest: {
    ...agent,
    person: {
      name: 'Maximiliana Konstantina Wolfeschlegelsteinhausenbergerdorffs',
      documentType: 'permanent-residence-card',
      idNumber: '911112198504193415',
      phone: '13800138000',
    },
    unit: {
      ...unit,
      name: `示例省示例市${'高新技术产业开发区'.repeat(9)}蓝天办公用品有限责任公司`,
      legalRepresentative: '阿卜杜勒·买买提艾力·努尔艾合买提',
      role: 'agent',
    },
    email: 'a.very.long.address.of.somebody@department.of.supplies.example.com',
    address: `示例省示例市${'演示区一大道一千二百三十四号'.repeat(8)}二楼`,
  },
};
