import { createUnitRegister } from '../stand-ins/tencent-cloud/unit-register';
import { makePerson } from './people';

it.each([0, 1, 4, 5, 29, 1234])('the unit of person %d is registered, with the person as its representative', (n) => {
  const { name, unitName, unifiedSocialCreditCode } = makePerson(n);
  const answer = createUnitRegister().verify(
    JSON.stringify({
      CreditCode: unifiedSocialCreditCode,
      EntName: unitName,
      LrName: name,
      VerifyType: 'ENT_3META',
    }),
  );
  expect(answer).toEqual({ StatusCode: 0, VerifyResult: 1, OperatingStatus: '1' });
});
