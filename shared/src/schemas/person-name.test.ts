import * as v from 'valibot';
import { isLatinName, personNameSchema } from './person-name';

const messageFor = (name: unknown): string | undefined => v.safeParse(personNameSchema, name).issues?.[0].message;
const AS_ON_THE_DOCUMENT = '姓名请与证件一致：汉字和中间的“·”，或者外文字母';
const TOO_LONG = '姓名最多 30 个字';
const PRIVATE_USE =
  '姓名里有无法识别的字（可能显示成方框）。请用最相近的字代替；实名认证时可以说明这个字，由工作人员对照证件处理';

describe('person name', () => {
  it.each(['张伟', '欧阳小明', '阿依古丽·买买提', '迪丽热巴·迪力木拉提', '㛃宇', '张', '〇'])('accepts %s', (name) => {
    expect(v.parse(personNameSchema, name)).toBe(name);
  });

  it('accepts rare characters beyond the Basic Multilingual Plane and counts each as one', () => {
    const rare = '\u{2B4E7}\u{20BB7}';
    expect(rare).toHaveLength(4);
    expect(v.parse(personNameSchema, rare)).toBe(rare);
    expect(v.parse(personNameSchema, '\u{20BB7}')).toBe('\u{20BB7}');
    expect(v.parse(personNameSchema, '\u{20BB7}'.repeat(30))).toBe('\u{20BB7}'.repeat(30));
    expect(messageFor('\u{20BB7}'.repeat(31))).toBe(TOO_LONG);
  });

  it.each(['•', '・', '．', '.', '‧', '∙', '·', '･', '⋅', ' · ', 'ㆍ', '\u0387'])(
    'turns the dot %p into the middle dot of the card',
    (dot) => {
      expect(v.parse(personNameSchema, `买买提${dot}艾力`)).toBe('买买提·艾力');
    },
  );

  it.each([
    ['\u2f45\u2f2d', '方山'],
    ['\u2ee2云', '马云'],
    ['\uf9dc', '隆'],
    ['葛\u{e0100}', '葛'],
  ])('takes the unified character for one that looks like it: %p is %s', (typed, name) => {
    expect(v.parse(personNameSchema, typed)).toBe(name);
  });

  // Of Extensions I, J and of what is not given out yet: whether an engine knows them does not matter.
  it.each(['张\u{2ebf0}', '\u{323b0}·\u{31350}', '\u{3fff0}'])(
    'accepts an ideograph that is newer than the phone: %p',
    (name) => {
      expect(v.parse(personNameSchema, name)).toBe(name);
    },
  );

  it.each(['张\ue863', '\u{f0001}伟', '\ue000'])('says of a private-use character what to do: %p', (name) => {
    expect(messageFor(name)).toBe(PRIVATE_USE);
  });

  it('drops blanks around', () => {
    expect(v.parse(personNameSchema, '　张伟 ')).toBe('张伟');
  });

  it.each(['张Wei', '张伟1', '张 伟', '张伟(小)', '张-伟', 'ㄓㄤ', 'チャン', '12', "'-", ''])('refuses %p', (name) => {
    expect(messageFor(name)).toBe(AS_ON_THE_DOCUMENT);
  });

  it.each(['·张伟', '张伟·', '买买提··艾力'])('refuses %s: a dot stands between two parts', (name) => {
    expect(messageFor(name)).toBe(AS_ON_THE_DOCUMENT);
  });

  it('refuses what is not text', () => {
    expect(messageFor(undefined)).toBe('请输入姓名');
  });
});

describe('person name in letters', () => {
  it.each([
    ['SMITH, JOHN A.', 'SMITH, JOHN A.'],
    ['  Jean-Luc   D’Arc ', "Jean-Luc D'Arc"],
    ['Müller', 'Müller'],
    ['Mu\u0308ller', 'Müller'],
    ['ＳＭＩＴＨ', 'SMITH'],
  ])('%p is %p', (typed, name) => {
    expect(v.parse(personNameSchema, typed)).toBe(name);
    expect(isLatinName(name)).toBe(true);
  });

  it('may be longer than one in Han characters', () => {
    expect(messageFor('A'.repeat(60))).toBeUndefined();
    expect(messageFor('A'.repeat(61))).toBe('外文姓名最多 60 个字母');
  });

  it.each(['Иван', 'John2', 'John@home'])('is refused as %p', (name) => {
    expect(messageFor(name)).toBe(AS_ON_THE_DOCUMENT);
  });
});
