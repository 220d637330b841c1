import { organisationCheckCharacter, usccCheckCharacter } from '@acceptance/shared';
import type { OperatingStatus } from './operating-status';

export interface RegisteredUnit {
  /** 统一社会信用代码 */
  creditCode: string;
  /** As the register writes it, to the character: with full-width brackets. */
  name: string;
  legalRepresentative: string;
  operatingStatus: OperatingStatus;
}

const unit = (
  creditCode: string,
  name: string,
  legalRepresentative = '张伟',
  operatingStatus: OperatingStatus = '1',
): RegisteredUnit => ({ creditCode, name, legalRepresentative, operatingStatus });

/** Nobody's units: the division 110199 is none. `91110199200000996N` is in no register. */
export const MADE_UP_UNITS: readonly RegisteredUnit[] = [
  unit('91350100M000100Y43', '示例市蓝天办公用品有限公司'),
  unit('911101992000000132', '北京示例（集团）股份有限公司'),
  unit('91110199200000021W', '示例别人商贸有限公司', '李娜'),
  unit('9111019920000003XL', '示例已注销商贸有限公司', '张伟', '3'),
  unit('91110199200000048L', '示例已吊销商贸有限公司', '张伟', '4'),
  unit('91110199200000056F', '示例已迁出商贸有限公司', '张伟', '2'),
  unit('91110199200000064A', '示例已停业商贸有限公司', '张伟', '6'),
  unit('911101992000000725', '示例已撤销商贸有限公司', '张伟', '5'),
  unit('911101992000000800', '示例撤销登记商贸有限公司', '张伟', '7'),
  unit('9111019920000011X8', '示例其他状态商贸有限公司', '张伟', '0'),
  unit('91110199200000996P', '示例校验位有误商贸有限公司'),
  unit('92110199MA20009164', '示例区阿依努尔食品超市（个体工商户）', '阿依努尔·买买提'),
  unit('12110199200000101M', '示例区人民医院'),
];

const STORY_REPRESENTATIVES = ['张伟', '李静怡', '欧阳小明', '乌云其木格', '阿依努尔·买买提'];
const STORY_CODE = /^91110199(1\d{7})/;

/** The unit of the story's n-th person, who is its legal representative; whoever walks the story finds it. */
export function storyUnit(creditCode: string): RegisteredUnit | undefined {
  const organisation = STORY_CODE.exec(creditCode)?.[1];
  if (!organisation) return undefined;
  const first17 = `91110199${organisation}${organisationCheckCharacter(organisation)}`;
  if (creditCode !== first17 + usccCheckCharacter(first17)) return undefined;
  const n = Number(organisation) - 10_000_000;
  return unit(creditCode, `示例单位${n}有限公司`, STORY_REPRESENTATIVES[n % STORY_REPRESENTATIVES.length]);
}
