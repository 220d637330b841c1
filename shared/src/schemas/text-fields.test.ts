import * as v from 'valibot';
import { hasPrivateUse } from '../format/unify-han';
import { emailSchema, lineOfText } from './text-fields';

const title = lineOfText('发票抬头', 5);
const messageFor = (schema: v.GenericSchema, value: unknown): string | undefined =>
  v.safeParse(schema, value).issues?.[0].message;

describe('a line of text', () => {
  it('trims and accepts up to its limit', () => {
    expect(v.parse(title, ' 一二三四五 ')).toBe('一二三四五');
    expect(v.parse(title, '\u{20BB7}'.repeat(5))).toBe('\u{20BB7}'.repeat(5));
  });

  it('keeps unified characters, and the wide brackets of company names', () => {
    expect(v.parse(title, '\u2ee2\u2f45（1）')).toBe('马方（1）');
  });

  it.each([
    ['nothing', undefined, '请填写发票抬头'],
    ['blanks only', ' 　 ', '请填写发票抬头'],
    ['too much', '一二三四五六', '发票抬头最多 5 个字'],
    ['a line break inside', '一\n二', '发票抬头里有看不见的字符，请重新输入'],
    ['a zero-width character', '一\u200b二', '发票抬头里有看不见的字符，请重新输入'],
    ['a direction override', '一\u202e二', '发票抬头里有看不见的字符，请重新输入'],
    ['a tag that carries hidden text', '一\u{e0041}二', '发票抬头里有看不见的字符，请重新输入'],
    ['a private-use character', '一\ue863', '发票抬头里有无法识别的字（可能显示成方框），请输入正确的汉字或联系客服'],
    ['too many rare characters', '\u{20BB7}'.repeat(6), '发票抬头最多 5 个字'],
  ])('refuses %s', (_, value, message) => {
    expect(messageFor(title, value)).toBe(message);
  });
});

describe('the invisible characters of a line of text', () => {
  const long = lineOfText('说明', 3_000_000);
  const isInvisible = (char: string): boolean => /[\p{Cc}\p{Cf}]/u.test(char);
  // Halves of surrogate pairs are no characters.
  const characters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));

  it('are exactly those of Unicode’s Cc and Cf', () => {
    const invisible = characters.filter(isInvisible);
    const visible = characters.filter((char) => !isInvisible(char) && !hasPrivateUse(char));
    expect(invisible.length).toBeGreaterThan(200);
    expect(invisible.filter((char) => v.is(long, `一${char}二`))).toEqual([]);
    expect(visible.length).toBeGreaterThan(900_000);
    expect(v.is(long, `一${visible.join('')}二`)).toBe(true);
  });

  it('are in the pattern of the document too, as far as it can name them', () => {
    const patterns = long.pipe.flatMap((step) =>
      'requirement' in step && step.requirement instanceof RegExp ? step.requirement : [],
    );
    expect(patterns).toHaveLength(1);
    expect(patterns[0]!.flags).toBe('');
    const basic = characters.filter((char) => char.length === 1);
    expect(basic.filter((char) => patterns[0]!.test(char) === isInvisible(char))).toEqual([]);
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
