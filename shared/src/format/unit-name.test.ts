import { isSameUnitName, registeredUnitName } from './unit-name';

describe('the name as the register writes it', () => {
  it.each([
    ['北京示例(集团)股份有限公司', '北京示例（集团）股份有限公司'],
    ['北京示例 (集团) 股份 有限公司', '北京示例（集团）股份有限公司'],
    ['示例食品超市【个体工商户】', '示例食品超市（个体工商户）'],
    ['示例〔中国〕[北京]公司', '示例（中国）（北京）公司'],
    ['　示例科技有限公司\t', '示例科技有限公司'],
    ['示例ＡＢＣ科技有限公司', '示例ABC科技有限公司'],
    ['东⽅示例有限公司', '东方示例有限公司'],
    ['示例 ABC  Power 科技有限公司', '示例ABC Power科技有限公司'],
    ['示例３６０网络有限公司', '示例360网络有限公司'],
  ])('of %s is %s', (typed, registered) => {
    expect(registeredUnitName(typed)).toBe(registered);
    expect(registeredUnitName(registered)).toBe(registered);
  });
});

describe('two spellings', () => {
  it.each([
    ['北京示例(集团)股份有限公司', '北京示例（集团）股份有限公司'],
    ['北京示例（ 集团 ）股份有限公司 ', ' 北京示例(集团)股份有限公司'],
    ['示例ABC Power科技有限公司', '示例ABCPower科技有限公司'],
  ])('%s and %s name one unit', (one, other) => expect(isSameUnitName(one, other)).toBe(true));

  it.each([
    ['北京示例（集团）股份有限公司', '北京示例集团股份有限公司'],
    ['北京示例（集团）有限公司', '北京示例（集图）有限公司'],
    ['示例科技有限公司', '示例科技有限责任公司'],
    ['示例ABC有限公司', '示例abc有限公司'],
  ])('%s and %s name two', (one, other) => expect(isSameUnitName(one, other)).toBe(false));
});
