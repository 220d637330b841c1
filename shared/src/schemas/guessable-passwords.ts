/**
 * Passwords that are tried first: the manual's default ones, those that head public lists of leaked passwords, and what
 * Chinese keyboards and calendars suggest. Lower case; compared after NFKC and lower-casing. Words too
 * short for a new password stand here too, for they are also blocked with a tail of up to four digits or signs.
 */
const COMMON = [
  '111111',
  '123456',
  'ca123456',
  'ca123456789',
  '000000',
  '5201314',
  'a123456',
  'aa123456',
  'aaa111',
  'abc123',
  'abcd1234',
  'admin',
  'admin123',
  'administrator',
  'asd123',
  'asdfgh',
  'asdfghjkl',
  'baseball',
  'dragon',
  'football',
  'iloveyou',
  'letmein',
  'login',
  'master',
  'monkey',
  'p@ssw0rd',
  'p@ssword',
  'pass',
  'passw0rd',
  'password',
  'password1',
  'princess',
  'q1w2e3r4',
  'qazwsx',
  'qazwsxedc',
  'qq123456',
  'qwe123',
  'qweasd',
  'qweasdzxc',
  'qwerty',
  'qwertyuiop',
  'root',
  'shadow',
  'sunshine',
  'superman',
  'test',
  'trustno1',
  'wang123456',
  'welcome',
  'woaini',
  'woaini1314',
  'woaiwojia',
  'zhang123456',
  'zaq12wsx',
  'zxcvbn',
  'zxcvbnm',
  '1q2w3e4r',
  '1q2w3e4r5t',
  '1qaz2wsx',
  '1qaz2wsx3edc',
  '147258369',
  '159357',
] as const;

const BLOCKED: ReadonlySet<string> = new Set(COMMON);

const stepsOf = (text: string): Set<number> => {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return new Set(points.slice(1).map((point, index) => point - (points[index] ?? 0)));
};

/** One character again and again, or a straight run up or down: `aaaaaaaa`, `abcdefgh`, `98765432`. */
const isRun = (text: string): boolean => {
  const steps = stepsOf(text);
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step));
};

/** The digits as they stand on a keyboard, where 0 follows 9. */
const KEYBOARD_DIGITS = '12345678901234567890';
const isDigitRow = (text: string): boolean =>
  KEYBOARD_DIGITS.includes(text) || Array.from(KEYBOARD_DIGITS).reverse().join('').includes(text);

/** One piece of at most four characters repeated: `12341234`, `abcabcabc`. */
const isRepetition = (text: string): boolean => /^(.{1,4})\1+$/u.test(text);

const isListed = (text: string): boolean => BLOCKED.has(text) || BLOCKED.has(text.replace(/[\d\p{P}\p{S}]{1,4}$/u, ''));

/** Whether a password is among those that everybody tries first. */
export function isGuessablePassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  return isListed(text) || isRun(text) || isDigitRow(text) || isRepetition(text);
}
