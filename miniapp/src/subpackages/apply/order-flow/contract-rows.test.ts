import type { ContractRowGroup } from '@acceptance/shared';
import { printedRows, printedWord } from './contract-rows';

const GROUP: ContractRowGroup = {
  of: 'applicant',
  name: '乙方',
  rows: [
    { label: '签署人姓名', value: '张伟' },
    { label: '身份证件', value: '居民身份证 110101199003070011' },
    { label: '电子邮箱', value: 'name@example.cn' },
  ],
};

describe('the rows of a contract', () => {
  it('are shown word for word: nothing is masked, left out or called otherwise', () => {
    expect(printedRows(GROUP)).toEqual(GROUP.rows.map(({ label, value }) => [label, value]));
    expect(printedWord(GROUP.name)).toBe('乙方');
  });
});
