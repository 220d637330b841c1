import { endpoints } from '@acceptance/shared';
import { createApiClient } from '../../../scripts/api-client/create-api-client';
import { DEMO_STAFF } from '../../../scripts/demo/seed-demo';
import type { PhoneHands } from './phone-hands';
import type { WeappWorld } from './weapp-world';

export const PIN = 'yun-Zhong-7';

/** Somebody at the office looks at what waits longest, and approves it. */
export async function approveAtOffice({ system, world }: WeappWorld): Promise<void> {
  const staff = createApiClient(system.origin);
  const body = { username: DEMO_STAFF.username, password: system.staffPassword };
  staff.accessToken = (await staff.call(endpoints.staff.signInStaff, { body })).accessToken;
  const [first] = (await staff.call(endpoints.staff.listQueue, {})).items;
  const params = { orderId: first?.id ?? '' };
  const { revision } = await staff.call(endpoints.staff.readOrder, { params });
  await staff.call(endpoints.staff.approveOrder, { params, body: { revision } });
  await world.settle();
}

/** From the home page: money by WeChat. */
export async function pay(hands: PhoneHands): Promise<void> {
  await hands.tap(/去支付/);
  await hands.see('应付金额');
  await hands.tap(/^去支付/);
  await hands.see('支付成功');
}

/** From the home page: the PIN is chosen, the key is made. `before` happens ahead of the last tap. */
export async function makeKey(hands: PhoneHands, before: () => Promise<void> = async () => undefined): Promise<void> {
  await hands.tap('领取证书');
  await hands.see('证书上会写');
  await hands.type('证书密码', PIN);
  await hands.type('再输一遍', PIN);
  await before();
  await hands.tap('生成密钥，领取证书');
}

/** Where the certificate is issued, or on its own page: the file is made, and sent to the holder's own chat. */
export async function saveFile(hands: PhoneHands): Promise<void> {
  await hands.type('证书密码', PIN);
  await hands.tap('生成证书文件');
  await hands.see('文件已生成');
  await hands.tap(/^发送到聊天/);
}

/** Where the app writes the file before it is sent. */
export const fileOf = (orderNumber: string): string => `certificate-${orderNumber}.p12`;
