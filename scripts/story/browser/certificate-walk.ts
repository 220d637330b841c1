import { readFileSync } from 'node:fs';
import type { PageHands } from './page-hands';

/** What a holder does with a software certificate at a phone-sized page. */
export interface HolderWalk {
  readonly hands: PageHands;
  readonly origin: string;
  readonly pin: string;
}

/** From the home page: kind and PIN are chosen, the key is made in the browser. `kind`: as the page calls it. */
export async function makeKeyInBrowser({ hands, origin, pin }: HolderWalk, kind: RegExp): Promise<void> {
  await hands.page.goto(`${origin}/#/pages/home/index`);
  await hands.tap('领取证书');
  await hands.see('证书上会写');
  await hands.choose(kind);
  await hands.type('证书密码', pin);
  await hands.type('再输一遍', pin);
  await hands.tap('生成密钥，领取证书');
  await hands.see('证书已签发');
}

/** The certificate file as the browser saved it, and under which name. */
export async function downloadFile({ hands, pin }: HolderWalk): Promise<{ name: string; bytes: Buffer }> {
  await hands.type('证书密码', pin);
  const [download] = await Promise.all([hands.page.waitForEvent('download'), hands.tap('生成证书文件')]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export async function finish({ hands }: HolderWalk): Promise<void> {
  await hands.tap('已保存好，办结申请');
  await hands.see('已完成');
}

/** The certificate's own page, from the list of one's certificates. */
export async function openCertificate({ hands, origin }: HolderWalk, name: string): Promise<void> {
  await hands.page.goto(`${origin}/#/pages/mine/index`);
  await hands.tap(/^我的证书/);
  await hands.tap(new RegExp(`^${name} `));
  await hands.see('序列号');
}

/** On the page before a certificate is replaced: every sentence there is. */
export async function tickAll({ hands }: HolderWalk): Promise<void> {
  await hands.see('请逐条确认');
  const boxes = hands.page.getByRole('checkbox').locator('visible=true');
  for (let index = 0; index < (await boxes.count()); index += 1) {
    await boxes.nth(index).click({ position: { x: 12, y: 12 } });
  }
}

/** On its own page: revoked because it may be known to somebody else. */
export async function revoke({ hands }: HolderWalk, smsCode: () => Promise<string>): Promise<void> {
  await hands.tap('注销这张证书');
  await hands.choose(/^丢失，或密码可能被别人知道/);
  await hands.tap(/获取/);
  await hands.see(/验证码已发送到/);
  await hands.type('短信验证码', await smsCode());
  await hands.tap('确认注销');
  await hands.confirm();
  await hands.see('注销时间');
}
