import type { PrintedSheet } from '../platform/printed-sheet';
import { labelSheet, letterSheet, safeSheet } from './printed-sheets';

const certificate = {
  orderNumber: 'CGY202611260001',
  name: '示例科技有限公司',
  projectName: '采购云平台',
  notAfter: '2027-11-26T15:59:59.000Z',
  serialNumber: '4F00A1',
};
const letter = { serial: 'T-77', pin: 'holder-pin', adminPin: 'safe-pin' };
const valuesOf = ({ rows }: PrintedSheet): string[] => rows.map(({ value }) => value);

describe('what is printed', () => {
  it('on the label says whose certificate it is and until when, and no PIN', () => {
    expect(valuesOf(labelSheet(certificate))).toEqual([
      'CGY202611260001',
      '示例科技有限公司',
      '采购云平台',
      '2027年11月26日',
      '4F00A1',
    ]);
  });

  it("in the letter is the holder's PIN, and never the administrator's", () => {
    expect(valuesOf(letterSheet(certificate, letter))).toEqual([
      'CGY202611260001',
      '示例科技有限公司',
      'T-77',
      'holder-pin',
    ]);
  });

  it("for the safe is the administrator's PIN, and no name", () => {
    expect(valuesOf(safeSheet(certificate, letter))).toEqual(['CGY202611260001', 'T-77', 'safe-pin']);
  });
});
