import { compareNames, compareNumbers } from './compare-texts';

describe('what was read of a card, beside what is verified', () => {
  it('stands out where a sign is another', () => {
    expect(compareNumbers('110199197401010045', '110199197101010019')).toEqual([
      { text: '110199197', differs: false },
      { text: '1', differs: true },
      { text: '010100', differs: false },
      { text: '19', differs: true },
    ]);
    expect(compareNames('李静怡', '李静仪')).toEqual([
      { text: '李静', differs: false },
      { text: '仪', differs: true },
    ]);
  });

  it('does not stand out where only the writing differs', () => {
    expect(compareNames('阿依努尔·买买提', '阿依努尔•买买提')).toEqual([{ text: '阿依努尔•买买提', differs: false }]);
    expect(compareNumbers('11019919740101004X', '11019919740101004x')).toEqual([
      { text: '11019919740101004X', differs: false },
    ]);
  });

  it('shows what is missing at the end', () => {
    expect(compareNames('李静怡', '李静')).toEqual([
      { text: '李静', differs: false },
      { text: '□', differs: true },
    ]);
  });
});
