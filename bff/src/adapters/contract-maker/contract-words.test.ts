import { type ContractDetails, englishApiWord } from '@acceptance/shared';
import { contractInWords } from './contract-words';

const authority = {
  name: '示例认证有限公司',
  sealText: '电子合同专用章',
  sealCode: '0000000000001',
  phone: '000-00000000',
  address: '测试路1号',
  website: 'https://ca.example.com',
  court: '示例市中级人民法院',
  unifiedSocialCreditCode: '91000000MA0000000X',
  licenceNumber: 'ECP00000000000',
  legalRepresentative: '李启明',
  trial: true,
};
const person: ContractDetails = {
  applicantType: 'person',
  person: { name: '张伟', documentType: 'resident-id-card', idNumber: '11010519491231002X', phone: '13800138000' },
  unit: null,
  email: 'zhang@example.com',
  address: '示例市演示区一路2号',
  projectName: '示例项目',
  validityMonths: 12,
  feeFen: 26_000,
  specialTerms: [],
};
const unit = {
  name: '示例市蓝天办公用品有限公司',
  unifiedSocialCreditCode: '91350100M000100Y43',
  legalRepresentative: '王芳',
  role: 'agent',
} as const;
const agent: ContractDetails = { ...person, applicantType: 'unit', unit };

const valuesOf = (details: ContractDetails, name: string, by = authority) =>
  Object.fromEntries(
    contractInWords(by, details)
      .groups.find((group) => group.name === name)!
      .rows.map(({ label, value }) => [label, value]),
  );

describe('what a contract says of a certificate that follows another', () => {
  const notAfter = '2027-11-28T01:59:59.000Z';

  it('renewed: what is done, and the term after the old one’s end', () => {
    expect(valuesOf({ ...person, follows: { kind: 'renewal', notAfter } }, '约定')).toMatchObject({
      办理业务: '续期（更新、延期、续费）',
      证书有效期: '自签发之日起，至原证书到期日（2027-11-28）后 1 年 止；签发时原证书已经到期的，自签发之日起 1 年',
    });
  });

  it('replaced: that it ends with the old one, also in the sentence that stands first', () => {
    const lost = { ...person, follows: { kind: 'reissue-lost', notAfter } } as const;
    const term = '自签发之日起，至 2027-11-28 止（与原证书相同）';
    expect(valuesOf(lost, '约定')).toMatchObject({ 办理业务: '补办（遗失）', 证书有效期: term });
    expect(contractInWords(authority, lost).keyPoint).toContain(`有效期：${term}；`);
  });
});

describe('what a contract says beside its text', () => {
  it('has no unit in a person’s', () => {
    expect(valuesOf(person, '乙方')).toEqual({
      申请人姓名: '张伟',
      身份证件: '居民身份证 11010519491231002X',
      手机号码: '13800138000',
      电子邮箱: 'zhang@example.com',
      联系地址: '示例市演示区一路2号',
    });
    expect(contractInWords(authority, person).signerCapacity).toBe('申请人本人');
  });

  it('names the unit and by what right somebody signs for it', () => {
    expect(valuesOf(agent, '乙方')).toMatchObject({
      单位名称: unit.name,
      统一社会信用代码: unit.unifiedSocialCreditCode,
      '法定代表人（负责人）': '王芳',
      签署人姓名: '张伟',
      签署人身份: '经办人（受单位委托），依据加盖公章的授权书',
    });
    expect(contractInWords(authority, agent).signerCapacity).toBe(
      '代表 示例市蓝天办公用品有限公司 签署，依据加盖公章的授权书',
    );
    const legal: ContractDetails = { ...agent, unit: { ...unit, role: 'legal-representative' } };
    expect(valuesOf(legal, '乙方').签署人身份).toBe('法定代表人（负责人）本人');
    expect(contractInWords(authority, legal).signerCapacity).toContain('法定代表人（负责人）本人');
  });

  it.each([
    [26_000, '人民币 260.00 元'],
    [123_456_705, '人民币 1,234,567.05 元'],
    [0, '免费'],
  ])('has the fee of %s fen as %s', (feeFen, text) => {
    expect(valuesOf({ ...person, feeFen }, '约定').费用).toBe(text);
    expect(contractInWords(authority, { ...person, feeFen }).keyPoint).toContain(`费用：${text}`);
  });

  it('has term and kind above the key points', () => {
    const { keyPoint } = contractInWords(authority, { ...agent, validityMonths: 18 });
    expect(keyPoint).toBe('证书种类：单位证书；有效期：自签发之日起 18 个月；费用：人民币 260.00 元。');
  });

  it('has an English word beside each of its labels', () => {
    const labels = [person, agent].flatMap((details) =>
      contractInWords(authority, details).groups.flatMap(({ name, rows }) => [name, ...rows.map(({ label }) => label)]),
    );
    expect(labels.filter((label) => englishApiWord(label) === label)).toEqual([]);
  });

  it('has no row for what was not known when it was agreed to', () => {
    const { unifiedSocialCreditCode: _c, licenceNumber: _n, legalRepresentative: _l, ...older } = authority;
    const words = contractInWords(older, { ...person, email: '', address: '' });
    const rows = words.groups.flatMap((group) => group.rows);
    expect(rows.map(({ label }) => label)).toEqual([
      ...['电子认证服务机构', '联系电话', '地址'],
      ...['申请人姓名', '身份证件', '手机号码'],
      ...['所属项目', '证书种类', '证书有效期', '费用'],
    ]);
  });
});
