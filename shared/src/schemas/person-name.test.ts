import * as v from 'valibot';
import { personNameSchema } from './person-name';

const messageFor = (name: unknown): string | undefined => v.safeParse(personNameSchema, name).issues?.[0].message;
const ONLY_HAN = '姓名请与身份证一致，只填汉字和中间的“·”';
const WRONG_LENGTH = '姓名应为 2 至 30 个字';

describe('person name', () => {
  it.each(['张伟', '欧阳小明', '阿依古丽·买买提', '迪丽热巴·迪力木拉提', '㛃宇'])('accepts %s', (name) => {
    expect(v.parse(personNameSchema, name)).toBe(name);
  });

  it('accepts rare characters beyond the Basic Multilingual Plane and counts each as one', () => {
    const rare = '\u{2B4E7}\u{20BB7}';
    expect(rare).toHaveLength(4);
    expect(v.parse(personNameSchema, rare)).toBe(rare);
    expect(v.parse(personNameSchema, '\u{20BB7}'.repeat(30))).toBe('\u{20BB7}'.repeat(30));
    expect(messageFor('\u{20BB7}')).toBe(WRONG_LENGTH);
    expect(messageFor('\u{20BB7}'.repeat(31))).toBe(WRONG_LENGTH);
  });

  it.each(['•', '・', '．', '.', '‧', '∙', '·'])('turns the dot %s into the middle dot of the card', (dot) => {
    expect(v.parse(personNameSchema, `买买提${dot}艾力`)).toBe('买买提·艾力');
  });

  it('drops blanks around', () => {
    expect(v.parse(personNameSchema, '　张伟 ')).toBe('张伟');
  });

  it.each(['Zhang Wei', '张Wei', '张伟1', '张 伟', '张伟(小)', '张-伟', 'ㄓㄤ', 'チャン', ''])('refuses %p', (name) => {
    expect(messageFor(name)).toBe(ONLY_HAN);
  });

  it.each(['·张伟', '张伟·', '买买提··艾力'])('refuses %s: a dot stands between two parts', (name) => {
    expect(messageFor(name)).toBe(ONLY_HAN);
  });

  it('refuses a single character and what is not text', () => {
    expect(messageFor('张')).toBe(WRONG_LENGTH);
    expect(messageFor(undefined)).toBe('请输入姓名');
  });
});
