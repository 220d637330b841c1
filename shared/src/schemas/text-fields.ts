import * as v from 'valibot';
import { hasPrivateUse, unifyHan } from '../format/unify-han';

/**
 * Control and format characters (Unicode Cc and Cf) below U+10000, as ranges: this pattern stands in the API document,
 * and its readers compile it without the `u` flag, for which a property of Unicode is no pattern.
 */
const INVISIBLE_RANGES = [
  // controls of ASCII and Latin-1
  String.raw`\x00-\x1f\x7f-\x9f`,
  // soft hyphen; signs before and inside Arabic and Syriac numbers and words; Mongolian vowel separator
  String.raw`\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e`,
  // zero-width characters, directions, invisible operators, byte order mark, annotations
  String.raw`\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb`,
];
const VISIBLE = new RegExp(`^[^${INVISIBLE_RANGES.join('')}]*$`);
/** Beyond U+FFFF, such as the tags that can carry a whole hidden text. A pattern without the flag cannot name them. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u;

/** One line of text for people: trimmed, characters unified, none invisible or private, `max` counted in characters. */
export const lineOfText = (label: string, max: number) => {
  const invisible = `${label}里有看不见的字符，请重新输入`;
  return v.pipe(
    v.string(`请填写${label}`),
    v.trim(),
    v.minLength(1, `请填写${label}`),
    v.maxCodePoints(max, `${label}最多 ${max} 个字`),
    v.regex(VISIBLE, invisible),
    v.check((text) => !INVISIBLE.test(text), invisible),
    v.check((text) => !hasPrivateUse(text), `${label}里有无法识别的字（可能显示成方框），请输入正确的汉字或联系客服`),
    v.transform(unifyHan),
  );
};

export const emailSchema = v.pipe(
  v.string('请填写邮箱'),
  v.trim(),
  v.maxLength(100, '邮箱最多 100 个字符'),
  v.email('邮箱格式不对，例如 name@example.cn'),
);
