import { ID_CARD_VERIFICATION_RESULTS, PHONE_VERIFICATION_RESULTS, resultOf } from './identity-results';

describe.each([
  ['PhoneVerification', PHONE_VERIFICATION_RESULTS],
  ['IdCardVerification', ID_CARD_VERIFICATION_RESULTS],
])('%s', (_action, table) => {
  it.each(['-99', '', '1', 'toString'])('takes the unknown result "%s" for no answer', (result) => {
    expect(resultOf(table, result)).toEqual({ failure: 'unavailable' });
  });

  it('says match for 0 only', () => {
    expect(Object.keys(table).filter((result) => resultOf(table, result) === 'match')).toEqual(['0']);
  });
});
