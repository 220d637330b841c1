import type { ProjectView } from '@acceptance/shared';
import { describeTerm } from '../../order-flow/describe-term';
import { describeProject, projectFacts } from './project-facts';

const project: ProjectView = {
  id: 'procurement-cloud',
  name: '政府采购云平台',
  summary: '投标用',
  applicantTypes: ['unit'],
  validityMonths: 12,
  priceFen: 26_000,
  paymentRequired: true,
  invoiceOffered: true,
  deliveryWays: ['courier', 'pick-up'],
  couriers: ['EMS'],
  attachments: [],
  specialTerms: [],
  certificate: { profiles: { person: 'person-signing', unit: 'unit-signing' }, algorithms: ['sm2'] },
};
const UNIT_PAPERS = '营业执照、经办人授权书（经办人需要）、企业网银证明（选交）';

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
      forWhom: '只为单位办理',
      papers: `身份证、${UNIT_PAPERS}`,
      delivery: '邮寄领取或上门自取',
      review: '提交后 1 个工作日内',
    });
  });

  it('says how long its own review takes', () => {
    expect(projectFacts({ ...project, reviewWorkingDays: 3 }).review).toBe('提交后 3 个工作日内');
  });

  it('says free where nothing is paid, and asks a person for the ID card only', () => {
    const free: ProjectView = { ...project, paymentRequired: false, priceFen: 0, applicantTypes: ['person'] };
    expect(projectFacts(free)).toMatchObject({ price: '免费', forWhom: '只为个人办理', papers: '身份证' });
  });

  it('says apart what a unit needs where both may apply', () => {
    const both: ProjectView = { ...project, applicantTypes: ['person', 'unit'] };
    expect(projectFacts(both)).toMatchObject({
      forWhom: '单位或个人',
      papers: `身份证；为单位办理的另需${UNIT_PAPERS}`,
    });
  });

  it('reads as one sentence', () => {
    expect(describeProject(project)).toBe(
      `政府采购云平台，只为单位办理，¥260.00，有效期 1 年，需要身份证、${UNIT_PAPERS}，邮寄领取或上门自取`,
    );
  });
});
