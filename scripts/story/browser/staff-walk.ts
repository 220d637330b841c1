import type { PageHands } from './page-hands';

export interface StaffWalk {
  readonly hands: PageHands;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  readonly orderNumber: string;
  readonly station: (name: string) => Promise<void>;
}

export async function signInToDesk({ hands, origin, username, password }: StaffWalk): Promise<void> {
  await hands.page.goto(`${origin}/#/subpackages/staff/pages/sign-in/index`);
  await hands.type('账号', username);
  await hands.type('密码', password);
  await hands.tap('登录');
  await hands.see('待审核');
}

const MOST_TRIES = 60;

/** Presses a key until it decides: until all photos have been there for a moment it does nothing. */
async function decideByKey({ page }: PageHands, key: string): Promise<void> {
  const held = page.getByText('立即提交').locator('visible=true');
  for (let tries = 0; tries < MOST_TRIES && (await held.count()) === 0; tries += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
  }
}

/** Opens the order, waits for its photos, and approves it at once instead of after the ten seconds for second thoughts. */
export async function approveAtDesk({ hands, orderNumber, station }: StaffWalk): Promise<void> {
  await hands.tap(new RegExp(`打开申请 ${orderNumber}`));
  await hands.see('身份证人像面');
  await hands.page.locator('img').locator('visible=true').nth(1).waitFor();
  await station('desk');
  await decideByKey(hands, 'a');
  await hands.tap('立即提交');
  await hands.page.getByText('立即提交').locator('visible=true').waitFor({ state: 'hidden' });
  await station('desk-after');
}
