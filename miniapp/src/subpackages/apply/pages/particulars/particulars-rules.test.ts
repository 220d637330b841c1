import { type ApplicationFormDraft, checkParticulars } from '@acceptance/shared';
import { particularsProblems } from './particulars-rules';

const UNIT = {
  name: '呼和浩特市示例贸易有限公司',
  unifiedSocialCreditCode: '91350100M000100Y43',
  legalRepresentative: '张伟',
  role: 'agent',
} as const;
const COMPLETE: ApplicationFormDraft = {
  unit: UNIT,
  email: 'name@example.cn',
  address: '呼和浩特市新城区新华大街 1 号',
};
const pathsOf = (draft: ApplicationFormDraft, hasLicence = true) =>
  particularsProblems(draft, 'unit', hasLicence).map(({ path }) => path);

describe('the check of the particulars', () => {
  it('names everything that is missing for a unit, in the order of the page', () => {
    const problems = particularsProblems({}, 'unit', false);
    expect(problems).toEqual([
      { path: 'unit.name', message: '请填写单位名称' },
      { path: 'unit.unifiedSocialCreditCode', message: '请填写统一社会信用代码' },
      { path: 'unit.legalRepresentative', message: '请填写法定代表人姓名' },
      { path: 'unit.role', message: '请选择您是法定代表人还是经办人' },
      { path: 'licence', message: '请拍照上传营业执照' },
      { path: 'email', message: '请填写邮箱' },
      { path: 'address', message: '请填写联系地址' },
    ]);
  });

  it('asks a person for e-mail and address only', () => {
    expect(particularsProblems({}, 'person', false).map(({ path }) => path)).toEqual(['email', 'address']);
    expect(particularsProblems({ email: COMPLETE.email, address: COMPLETE.address }, 'person', false)).toEqual([]);
  });

  it('accepts what the server accepts, and nothing without the licence', () => {
    expect(pathsOf(COMPLETE)).toEqual([]);
    expect(checkParticulars(COMPLETE, 'unit').ok).toBe(true);
    expect(pathsOf(COMPLETE, false)).toEqual(['licence']);
  });

  it('asks about a code that may be right, and takes it once it is confirmed', () => {
    const unusual = { ...UNIT, unifiedSocialCreditCode: '91350203M0001QKT19' };
    expect(pathsOf({ ...COMPLETE, unit: unusual })).toEqual(['unit.unifiedSocialCreditCode']);
    const confirmed = { ...unusual, confirmedCode: unusual.unifiedSocialCreditCode };
    expect(pathsOf({ ...COMPLETE, unit: confirmed })).toEqual([]);
  });
});
