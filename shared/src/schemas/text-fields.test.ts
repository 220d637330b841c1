import * as v from 'valibot';
import { emailSchema, lineOfText } from './text-fields';

const title = lineOfText('发票抬头', 5);
const messageFor = (schema: v.GenericSchema, value: unknown): string | undefined =>
  v.safeParse(schema, value).issues?.[0].message;

describe('a line of text', () => {
  it('trims and accepts up to its limit', () => {
    expect(v.parse(title, ' 一二三四五 ')).toBe('一二三四五');
  });

  it.each([
    ['nothing', undefined, '请填写发票抬头'],
    ['blanks only', ' 　 ', '请填写发票抬头'],
    ['too much', '一二三四五六', '发票抬头最多 5 个字'],
    ['a line break inside', '一\n二', '发票抬头里有看不见的字符，请重新输入'],
    ['a zero-width character', '一\u200b二', '发票抬头里有看不见的字符，请重新输入'],
    ['a direction override', '一\u202e二', '发票抬头里有看不见的字符，请重新输入'],
  ])('refuses %s', (_, value, message) => {
    expect(messageFor(title, value)).toBe(message);
  });
});

describe('email', () => {
  it('accepts an ordinary address, trimmed', () => {
    expect(v.parse(emailSchema, ' zhang.wei+ca@example.com.cn ')).toBe('zhang.wei+ca@example.com.cn');
  });

  it.each(['zhang', 'zhang@', '@example.cn', 'zhang@example', '张伟@例子'])('refuses %s', (email) => {
    expect(messageFor(emailSchema, email)).toBe('邮箱格式不对，例如 name@example.cn');
  });

  it('refuses an address longer than 100 characters', () => {
    expect(messageFor(emailSchema, `${'a'.repeat(100)}@example.cn`)).toBe('邮箱最多 100 个字符');
  });
});
