import type { ProjectView } from '@acceptance/shared';
import { describeProject, describeTerm, projectFacts } from './project-facts';

const project: ProjectView = {
  id: 'procurement-cloud',
  name: '政府采购云平台',
  summary: '投标用',
  certificateKind: 'unit',
  validityMonths: 12,
  priceFen: 26_000,
  paymentRequired: true,
  invoiceOffered: true,
  deliveryWays: ['courier', 'pick-up'],
  couriers: ['EMS'],
  attachments: [
    { kind: 'authority-letter', label: '经办人授权书', hint: '', required: false },
    { kind: 'business-licence', label: '营业执照', hint: '', required: true },
  ],
};

describe('the facts of a project', () => {
  it.each([
    [12, '1 年'],
    [24, '2 年'],
    [18, '18 个月'],
  ])('writes a term of %d months as %s', (months, text) => {
    expect(describeTerm(months)).toBe(text);
  });

  it('names price, papers with what must come first, and delivery', () => {
    expect(projectFacts(project)).toEqual({
      price: '¥260.00',
      term: '1 年',
      papers: '身份证、营业执照、经办人授权书（选交）',
      delivery: '邮寄领取或上门自取',
    });
  });

  it('says free where nothing is paid, and asks for the ID card only', () => {
    const free = { ...project, paymentRequired: false, priceFen: 0, attachments: [] };
    expect(projectFacts(free)).toMatchObject({ price: '免费', papers: '身份证' });
  });

  it('reads as one sentence', () => {
    expect(describeProject(project)).toBe(
      '政府采购云平台，¥260.00，有效期 1 年，需要身份证、营业执照、经办人授权书（选交），邮寄领取或上门自取',
    );
  });
});
