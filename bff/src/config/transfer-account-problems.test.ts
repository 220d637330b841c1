import type { GivenSettings } from './config-schema';
import { transferAccountProblems } from './transfer-account-problems';

const ALL: GivenSettings = {
  TRANSFER_BANK_NAME: '示例银行',
  TRANSFER_ACCOUNT_NAME: '示例机构',
  TRANSFER_ACCOUNT_NUMBER: '0000111122223333',
};

describe('the account that transfers go to', () => {
  it('is given whole or not at all', () => {
    expect(transferAccountProblems(ALL)).toEqual([]);
    expect(transferAccountProblems({})).toEqual([]);
  });

  it.each(Object.keys(ALL))('lacks %s', (name) => {
    expect(transferAccountProblems({ ...ALL, [name]: '' })).toEqual([expect.stringMatching(`^${name}: missing`)]);
  });
});
