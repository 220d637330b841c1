import { givenPasswordSchema, phoneNumberSchema, signInAccountSchema, smsCodeSchema } from '@acceptance/shared';
import { setCurrentLanguage } from '../language/current-language';
import { checkField } from './check-field';
import { checkSignInField } from './check-sign-in-field';

afterEach(() => setCurrentLanguage('zh'));

const WRONG = [
  '',
  ' ',
  '1',
  '1381234',
  'a@',
  'a'.repeat(500),
  `${'a'.repeat(200)}@example.cn`,
  '１２３',
  '12345678901',
];

describe.each([
  ['phone', phoneNumberSchema],
  ['account', signInAccountSchema],
  ['code', smsCodeSchema],
  ['password', givenPasswordSchema],
] as const)('the check of a sign-in field: %s', (field, schema) => {
  it.each(['zh', 'en'] as const)('says what the check of any field says, in %s', (language) => {
    setCurrentLanguage(language);
    const said = WRONG.map((value) => checkSignInField(field, value));
    expect(said).toEqual(WRONG.map((value) => checkField(schema, value)));
    expect(said.filter(Boolean).length).toBeGreaterThan(0);
    expect(said.join('')).toMatch(language === 'en' ? /^\P{Script=Han}*$/u : /\p{Script=Han}/u);
  });
});
