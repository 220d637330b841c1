import {
  englishSignInMessage,
  givenPasswordSchema,
  phoneNumberSchema,
  signInAccountSchema,
  smsCodeSchema,
} from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';
import { firstProblem } from './first-problem';

const SCHEMAS = {
  phone: phoneNumberSchema,
  account: signInAccountSchema,
  code: smsCodeSchema,
  password: givenPasswordSchema,
};

/** As `checkField`, of the fields that the main package has; it does without the words of all other forms. */
export function checkSignInField(field: keyof typeof SCHEMAS, value: string): string | null {
  const message = firstProblem(SCHEMAS[field], value);
  return message && currentLanguage() === 'en' ? englishSignInMessage(message) : message;
}
