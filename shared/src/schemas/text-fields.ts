import * as v from 'valibot';

/** One line of text for people: trimmed, no control characters, `max` counted in characters. */
export const lineOfText = (label: string, max: number) =>
  v.pipe(
    v.string(`请填写${label}`),
    v.trim(),
    v.minLength(1, `请填写${label}`),
    v.maxLength(max, `${label}最多 ${max} 个字`),
    v.regex(/^[^\p{Cc}\p{Cf}]*$/u, `${label}里有看不见的字符，请重新输入`),
  );

export const emailSchema = v.pipe(
  v.string('请填写邮箱'),
  v.trim(),
  v.maxLength(100, '邮箱最多 100 个字符'),
  v.email('邮箱格式不对，例如 name@example.cn'),
);
