import { endpoints } from '@acceptance/shared';
import { createApiClient } from '../../../scripts/api-client/create-api-client';
import { DEMO_STAFF } from '../../../scripts/demo/seed-demo';
import type { StoryPerson } from '../../../scripts/story/people';
import { asShown } from '../../../scripts/story/shown-to-reviewer';
import type { PhoneHands } from './phone-hands';
import type { SentFile } from './phone-owner';
import type { WeappWorld } from './weapp-world';

export const PIN = 'yun-Zhong-7';

/** Somebody at the office looks at what waits longest, and approves it. */
export async function approveAtOffice({ system, world }: WeappWorld): Promise<void> {
  const staff = createApiClient(system.origin);
  const body = { username: DEMO_STAFF.username, password: system.staffPassword };
  staff.accessToken = (await staff.call(endpoints.staff.signInStaff, { body })).accessToken;
  const [first] = (await staff.call(endpoints.staff.listQueue, {})).items;
  const params = { orderId: first?.id ?? '' };
  const shown = await staff.call(endpoints.staff.readOrder, { params });
  await staff.call(endpoints.staff.approveOrder, { params, body: asShown(shown) });
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
export async function saveFile(hands: PhoneHands, pin = PIN): Promise<void> {
  await hands.type('证书密码', pin);
  await hands.tap('生成证书文件');
  await hands.see('文件已生成');
  await hands.tap(/^发送到聊天/);
}

/** From the list of one's certificates to one of them: that of a serial number, else the newest. */
export async function openCertificate(
  hands: PhoneHands,
  { miniProgram }: WeappWorld,
  name: string,
  serialNumber = '',
): Promise<void> {
  const cards = new RegExp(`^${name} `);
  for (let n = 0; ; n += 1) {
    await miniProgram.native().switchTab({ url: 'pages/mine/index' });
    await hands.tap(/^我的证书/);
    await hands.tap(cards, n);
    await hands.see('序列号');
    if ((await hands.read()).includes(serialNumber)) return;
  }
}

/** Before a certificate is replaced: every sentence there is. */
export async function tickAll(hands: PhoneHands): Promise<void> {
  const boxes = await (await hands.page()).$$('[aria-role="checkbox"]');
  for (const box of boxes) await box.tap();
}

/** A dialog that comes after an answer of WeChat, not with the tap itself. */
export const confirmWhenAsked = (hands: PhoneHands, { miniProgram }: WeappWorld): Promise<void> =>
  hands.waitFor('a dialog', () => {
    const confirmed: Promise<unknown> = miniProgram.native().confirmModal();
    return confirmed.then(
      () => true,
      () => false,
    );
  });

/** On its own page: the seal's file, for software that seals documents, is fetched and sent to the own chat. */
export async function sendSeal(hands: PhoneHands, { owner }: WeappWorld): Promise<SentFile> {
  await hands.tap('下载印章文件（盖章软件用）');
  await hands.tap('发送印章文件到聊天');
  return owner.sentFile();
}

/** On its own page: revoked because it may be known to somebody else, with a code to the holder's number. */
export async function revoke(hands: PhoneHands, world: WeappWorld, { phone }: StoryPerson): Promise<void> {
  await world.forgetRateLimits();
  await hands.tap('注销这张证书');
  await hands.choose(/^丢失，或密码可能被别人知道/);
  await hands.tap(/获取/);
  await hands.see('验证码已发送到');
  await hands.type('短信验证码', world.smsCode(phone));
  await hands.tap('确认注销');
  await world.miniProgram.native().confirmModal();
  await hands.see('注销时间');
}
