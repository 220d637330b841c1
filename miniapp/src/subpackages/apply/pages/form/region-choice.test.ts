import { choicesOf, chooseName, columnsOf, isListed, namesIn, turnedTo } from './region-choice';

const REGIONS = [
  { name: '北京市', cities: [{ name: '北京市', districts: ['东城区', '海淀区'] }] },
  {
    name: '广东省',
    cities: [
      { name: '广州市', districts: ['天河区', '越秀区'] },
      { name: '东莞市', districts: ['东莞市'] },
    ],
  },
];

describe('a region', () => {
  it('is chosen from above, each level after the one before it', () => {
    expect(choicesOf(REGIONS, ['', '', ''])).toEqual([['北京市', '广东省'], [], []]);
    expect(choicesOf(REGIONS, ['广东省', '广州市', ''])).toEqual([
      ['北京市', '广东省'],
      ['广州市', '东莞市'],
      ['天河区', '越秀区'],
    ]);
  });

  it('is not asked for what leaves no choice', () => {
    expect(chooseName(REGIONS, ['', '', ''], 0, '北京市')).toEqual(['北京市', '北京市', '']);
    expect(chooseName(REGIONS, ['广东省', '', ''], 1, '东莞市')).toEqual(['广东省', '东莞市', '东莞市']);
  });

  it('gives up what belongs to another place', () => {
    const chosen = chooseName(REGIONS, ['广东省', '广州市', '天河区'], 0, '北京市');
    expect(chosen).toEqual(['北京市', '北京市', '']);
    expect(chooseName(REGIONS, chosen, 2, '海淀区')).toEqual(['北京市', '北京市', '海淀区']);
  });

  it('that was typed is not of the list', () => {
    expect(isListed(REGIONS, ['示例省', '示例市', ''])).toBe(false);
    expect(isListed(REGIONS, ['广东省', '', ''])).toBe(true);
    expect(isListed(REGIONS, ['', '', ''])).toBe(true);
    expect(isListed(REGIONS, ['广东省', '北京市', ''])).toBe(false);
  });

  it('is turned to by three columns, of which the later ones follow', () => {
    expect(turnedTo(REGIONS, [1, 0, 1])).toEqual(['广东省', '广州市', '越秀区']);
    expect(turnedTo(REGIONS, [0, 5, 9])).toEqual(['北京市', '北京市', '东城区']);
    expect(columnsOf(REGIONS, ['广东省', '东莞市', '东莞市'])).toEqual([1, 1, 0]);
    expect(columnsOf(REGIONS, ['', '', ''])).toEqual([0, 0, 0]);
  });

  it('is read from the form', () => {
    expect(namesIn({ delivery: { province: '广东省' } })).toEqual(['广东省', '', '']);
  });
});
