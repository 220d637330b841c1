/** OperatingStatus of ENT_2META; ENT_3META tells only 1 (在营) and 2 (非在营). */
const OPERATING_STATUSES = {
  '0': '其他',
  '1': '开业（在营）',
  '2': '迁出',
  '3': '注销',
  '4': '吊销',
  '5': '撤销',
  '6': '停业',
  '7': '撤销登记',
} as const;
export type OperatingStatus = keyof typeof OPERATING_STATUSES;

export const isOperatingStatus = (text: string): text is OperatingStatus => Object.hasOwn(OPERATING_STATUSES, text);
