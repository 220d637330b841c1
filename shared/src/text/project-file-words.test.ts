import { PROJECT_FILE_FORMAT, type ProjectFile } from '../schemas/project-file';
import { projectDifferences, projectSettings } from './project-file-words';

const FILE: ProjectFile = {
  format: PROJECT_FILE_FORMAT,
  id: 'city-bidding',
  name: '市级招投标',
  summary: '投标用的单位数字证书',
  applicantTypes: ['unit'],
  orderNumberPrefix: 'SZT',
  position: 1,
  certificate: {
    validityMonths: 12,
    algorithms: ['sm2'],
    profiles: { person: 'person-signing', unit: 'unit-signing' },
    seal: { purpose: '投标专用章' },
  },
  price: { yuan: '260.00', paymentWays: ['wechat', 'transfer'] },
  invoiceKinds: ['general', 'special'],
  delivery: { ways: ['courier'], couriers: ['EMS'] },
  papers: [{ kind: 'bid-notice', label: '招标公告', hint: '拍清编号', required: true, onlyFor: 'agent' }],
  contract: { template: 'digital-certificate-service', specialTerms: ['第一句。', '第二句。'] },
  review: { workingDays: 1 },
  photos: { blurredBelow: 60, glareAbovePercent: 6, darkBelow: 50 },
};

describe('a project in words', () => {
  it('says every setting with its name, and no code where there are words', () => {
    const words = Object.fromEntries(projectSettings(FILE).map(({ path, words }) => [path, words]));
    expect(words).toMatchObject({
      applicantTypes: '单位证书',
      'certificate.algorithms': '国密 SM2',
      'price.paymentWays': '微信支付、对公转账',
      'delivery.ways': '邮寄领取',
      'contract.specialTerms': '第一句。\n第二句。',
      'papers.bid-notice': '招标公告（必传，只向经办人要）：拍清编号',
    });
    expect(words.invoiceKinds).not.toMatch(/[a-z]/);
    for (const { label } of projectSettings(FILE)) {
      expect(label).toMatch(/\p{Script=Han}/u);
    }
  });

  it('differs in what was changed, added and taken away, and in nothing else', () => {
    const after: ProjectFile = {
      ...FILE,
      price: { yuan: '280.00', kindsYuan: { renewal: '200.00' }, paymentWays: ['wechat', 'transfer'] },
      papers: [],
      certificate: { ...FILE.certificate, seal: null },
    };
    expect(projectDifferences(FILE, after)).toEqual([
      { path: 'certificate.seal', label: expect.any(String), before: null, after: '无' },
      { path: 'price.yuan', label: '新办价格（元）', before: '260.00', after: '280.00' },
      { path: 'price.kindsYuan.renewal', label: '续期价格（元）', before: null, after: '200.00' },
      { path: 'certificate.seal.purpose', label: '印章用途', before: '投标专用章', after: null },
      { path: 'papers.bid-notice', label: '申请材料“bid-notice”', before: expect.any(String), after: null },
    ]);
    expect(projectDifferences(FILE, structuredClone(FILE))).toEqual([]);
  });

  it('is new as a whole where there was none', () => {
    const all = projectDifferences(null, FILE);
    expect(all).toHaveLength(projectSettings(FILE).length);
    expect(all.every(({ before }) => before === null)).toBe(true);
  });
});
