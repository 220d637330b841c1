import type { ContractDetails } from '@acceptance/shared';
import { fittingName, subjectOf } from './certificate-subject';

const person: ContractDetails['person'] = {
  name: '娜仁托娅',
  documentType: 'resident-id-card',
  idNumber: '110101199001010016',
  phone: '13800000000',
};
const unit = {
  name: '呼和浩特市示例科技有限公司',
  unifiedSocialCreditCode: '91350203M0001QKT19',
  legalRepresentative: '李娜',
  role: 'agent',
} as const;
const accountId = '64b7f0c0a1b2c3d4e5f60718';

describe('the subject of a certificate', () => {
  it('of a unit has its name, its code, and nobody who acts for it', () => {
    const subject = subjectOf({ accountId, details: { person, unit } });
    expect(subject).toEqual([
      { type: 'countryName', value: 'CN' },
      { type: 'organizationName', value: unit.name },
      { type: 'organizationIdentifier', value: 'NTRCN-91350203M0001QKT19' },
      { type: 'commonName', value: unit.name },
    ]);
  });

  it('of a person has the name and a number that is not that of the ID card', () => {
    const subject = subjectOf({ accountId, details: { person, unit: null } });
    expect(subject).toEqual([
      { type: 'countryName', value: 'CN' },
      { type: 'commonName', value: '娜仁托娅' },
      { type: 'serialNumber', value: '64B7F0C0A1B2C3D4E5F60718' },
    ]);
    expect(JSON.stringify(subject)).not.toContain(person.idNumber);
  });
});

describe('a name in a certificate', () => {
  it('of 64 characters stays whole', () => {
    const name = '省'.repeat(64);
    expect(fittingName(name)).toBe(name);
  });

  it('of more keeps both ends and says that something is left out', () => {
    const name = `内蒙古自治区${'某'.repeat(70)}股份有限公司呼和浩特第二分公司`;
    const fitting = fittingName(name);
    expect([...fitting]).toHaveLength(64);
    expect(fitting).toMatch(/^内蒙古自治区某+….*呼和浩特第二分公司$/);
  });

  it('is counted in characters, not in UTF-16 units', () => {
    const name = '𠮷'.repeat(64);
    expect(fittingName(name)).toBe(name);
    expect([...fittingName('𠮷'.repeat(65))]).toHaveLength(64);
  });
});
