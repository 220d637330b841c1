import * as v from 'valibot';
import { countCharacters } from '../format/characters';
import { isGuessablePassword } from './guessable-passwords';

export const PASSWORD_MIN_LENGTH = 8;
/** From this length on, one kind of characters is enough. */
export const PASSWORD_FREE_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
const kindsOf = (password: string): number => KINDS.filter((kind) => kind.test(password)).length;

/** A password that somebody types to sign in; what it must be like is asked of new ones only. */
export const givenPasswordSchema = v.pipe(
  v.string('请输入密码'),
  v.minLength(1, '请输入密码'),
  v.maxLength(PASSWORD_MAX_LENGTH * 2, '密码太长了'),
);

/**
 * A new password: at least 10 characters, or 8 of two kinds (capitals, small letters, digits, others), and not one of
 * those that everybody tries first. Spaces count; nothing is trimmed.
 */
export const newPasswordSchema = v.pipe(
  v.string('请输入新密码'),
  v.check((password) => countCharacters(password) >= PASSWORD_MIN_LENGTH, '密码至少 8 位'),
  v.check((password) => countCharacters(password) <= PASSWORD_MAX_LENGTH, '密码最多 128 位'),
  v.check(
    (password) => countCharacters(password) >= PASSWORD_FREE_LENGTH || kindsOf(password) >= 2,
    '不足 10 位的密码，须含大写字母、小写字母、数字、符号中的两种',
  ),
  v.check((password) => !isGuessablePassword(password), '这个密码太常见，容易被猜到，请换一个'),
);

/** The last eight digits of a number are as good as the number to somebody who knows it. */
const TELLING_DIGITS = 8;

/** Whether a password holds the owner's mobile number or its last eight digits. */
export const holdsOwnNumber = (password: string, phone: string): boolean =>
  password.normalize('NFKC').includes(phone.slice(-TELLING_DIGITS));
