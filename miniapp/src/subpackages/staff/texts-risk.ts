import type { RiskFlagKind } from '@acceptance/shared';
import { localized } from '../../text/localized';

type Sentences = Readonly<Record<RiskFlagKind, (count: number) => string>>;

const zh: Sentences = {
  'person-in-other-units': (count) => `这位经办人还替另外 ${count} 家单位申请过，请核对授权书上的单位和姓名`,
  'phone-of-others': (count) => `另外 ${count} 个人用过同一个手机号，请打这个号码与本人核实`,
  'device-of-others': (count) => `另外 ${count} 个人用过同一台设备提交，请核对是否本人办理`,
  'address-of-other-units': (count) => `另外 ${count} 家单位寄到同一个地址，请核实收件人与单位的关系`,
  'picture-in-other-orders': (count) => `别人的 ${count} 份申请里有一模一样的照片，请对照原申请，必要时退回重拍`,
  'picture-twice': () => '这份申请里有两张一模一样的照片，请看看是不是传错了位置',
  'code-unusual': (count) => `有 ${count} 个代码的校验位不符，请与执照逐位核对`,
};

const en: Sentences = {
  'person-in-other-units': (count) =>
    `This person has applied for ${count} other units too: compare unit and name with the letter of authority`,
  'phone-of-others': (count) => `${count} other people have used this number: call it and ask for the person`,
  'device-of-others': (count) => `${count} other people have submitted from this device: see that it is the person`,
  'address-of-other-units': (count) =>
    `${count} other units have parcels sent to this address: ask how the receiver belongs to the unit`,
  'picture-in-other-orders': (count) =>
    `${count} applications of others hold exactly the same picture: compare them, and return this one if need be`,
  'picture-twice': () => 'Two pictures of this application are exactly the same: see whether one is in the wrong place',
  'code-unusual': (count) => `The check character of ${count} code(s) does not fit: compare with the licence`,
};

/** Reasons to look closely: a sentence each with what to do, never a verdict. */
export const RISK_TEXT = localized({
  zh: {
    title: '请留意',
    sentence: zh,
    orders: (numbers: string) => `相关申请：${numbers}`,
    inQueue: (count: number) => `${count} 处请留意`,
  },
  en: {
    title: 'Please look closely',
    sentence: en,
    orders: (numbers: string) => `Applications: ${numbers}`,
    inQueue: (count: number) => `${count} to look at`,
  },
});
