import type { PhoneChangeReason, PhoneChangeState } from '@acceptance/shared';
import { localized } from './localized';

const REASONS: Record<PhoneChangeReason, string> = {
  stopped: '原手机号已停用',
  lost: '手机或手机卡遗失',
  replaced: '换了新的手机号',
  other: '其他原因',
};
const REASONS_EN: typeof REASONS = {
  stopped: 'The old number is out of use',
  lost: 'Phone or SIM card lost',
  replaced: 'A new number',
  other: 'Another reason',
};
const STATES: Record<PhoneChangeState, string> = {
  requested: '等待审核',
  approved: '已通过，等待生效',
  effective: '已生效',
  refused: '未通过',
  objected: '被原号码阻止',
  failed: '没有完成',
};
const STATES_EN: typeof STATES = {
  requested: 'Under review',
  approved: 'Approved, takes effect soon',
  effective: 'In effect',
  refused: 'Refused',
  objected: 'Stopped by the old number',
  failed: 'Not completed',
};

/** Of a change of the sign-in number, as the applicant and the desk read it. */
export const PHONE_CHANGE_LABELS = localized({
  zh: { state: STATES, reason: REASONS },
  en: { state: STATES_EN, reason: REASONS_EN },
});
