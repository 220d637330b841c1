import type { ContractDetails } from '@acceptance/shared';
import { agreementFacts, applicantFacts, personFacts, priceLine } from './contract-facts';

const DETAILS: ContractDetails = {
  applicantType: 'unit',
  person: { name: '张伟', documentType: 'resident-id-card', idNumber: '110101199003070011', phone: '13812341234' },
  unit: {
    name: '示例贸易有限公司',
    unifiedSocialCreditCode: '91350100M000100Y43',
    legalRepresentative: '李娜',
    role: 'agent',
  },
  email: 'name@example.cn',
  address: '示例市测试路 1 号',
  projectName: '政府采购云平台（演示）',
  validityMonths: 18,
  feeFen: 26_000,
  specialTerms: [],
};

describe('what a contract says of the parties', () => {
  it('is shown in full: nothing of it is masked', () => {
    expect(personFacts(DETAILS)).toEqual([
      ['姓名', '张伟'],
      ['证件类型', '居民身份证'],
      ['证件号码', '110101199003070011'],
      ['手机号码', '13812341234'],
    ]);
    expect(applicantFacts(DETAILS)).toEqual([
      ['单位名称', '示例贸易有限公司'],
      ['统一社会信用代码', '91350100M000100Y43'],
      ['法定代表人', '李娜'],
      ['您的身份', '经办人（受单位委托）'],
      ['邮箱', 'name@example.cn'],
      ['联系地址', '示例市测试路 1 号'],
    ]);
  });

  it('leaves out the unit of a person', () => {
    expect(applicantFacts({ ...DETAILS, unit: null }).map(([label]) => label)).toEqual(['邮箱', '联系地址']);
  });

  it('names kind, term and fee', () => {
    expect(agreementFacts(DETAILS).map(([, value]) => value)).toEqual([
      '政府采购云平台（演示）',
      '单位证书',
      '18 个月',
      '¥260.00',
    ]);
    expect(priceLine({ ...DETAILS, feeFen: 0 })).toBe('政府采购云平台（演示）：不收费，证书有效期 18 个月');
  });
});
