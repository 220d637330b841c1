import { DEMO_STAFF } from '../../../scripts/demo/seed-demo';
import type { PhoneHands } from './phone-hands';
import type { WeappWorld } from './weapp-world';

/** Somebody of the office takes the phone: the entrance is under 我的. */
export async function signInAsStaff(hands: PhoneHands, { miniProgram, system }: WeappWorld): Promise<void> {
  await miniProgram.native().switchTab({ url: 'pages/mine/index' });
  await hands.tap(/^工作人员入口/);
  await hands.type('账号', DEMO_STAFF.username);
  await hands.type('密码', system.staffPassword);
  await hands.tap('登录');
}
