import type { StaffWalk } from './staff-walk';

export interface IssuerWalk extends StaffWalk {
  /** The six digits that stand in the agent's window after it was asked for them. */
  readonly readPairingCode: () => Promise<string>;
}

/** From the queue of UKeys to the order's page; the order is then being issued. */
export async function beginIssuing({ hands, origin, orderNumber, station }: IssuerWalk): Promise<void> {
  await hands.page.goto(`${origin}/#/subpackages/staff/pages/issuing/index`);
  await hands.tap(new RegExp(`打开申请 ${orderNumber}`));
  await hands.see('证书上会写');
  await station('issuing');
  await hands.tap('开始制证');
}

export async function pairWithAgent({ hands, readPairingCode, station }: IssuerWalk): Promise<void> {
  await hands.tap('显示配对码');
  await hands.type('配对码', await readPairingCode());
  await station('issuing-pairing');
  await hands.tap('配对');
  await hands.see('空白，可以使用');
}

/** The key is made in the token; its certificate comes by itself and is written next to it. */
export async function makeInToken({ hands, station }: IssuerWalk): Promise<void> {
  await hands.choose(/RSA/);
  await hands.tap('生成密钥，申请证书');
  await hands.see(/证书已签发/);
  await station('issuing-write');
  await hands.tap('写入证书并核对');
  await hands.see('证书已在 UKey 里');
  await station('issuing-print');
}

/** Prints a sheet and reads one value on it. */
async function printAndRead({ hands }: IssuerWalk, button: string, label: string): Promise<string> {
  const { page } = hands;
  await page.evaluate('window.print = () => undefined');
  await hands.tap(button);
  const value = `//*[@class="printed-sheet__label"][text()="${label}"]/following-sibling::*[1]`;
  const read = (await page.locator(`xpath=${value}`).textContent()) ?? '';
  // The printer's dialogue is closed.
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  return read;
}

/** The administrator's PIN, for the safe. */
export const printSafeSlip = (walk: IssuerWalk): Promise<string> => printAndRead(walk, '打印保险柜存单', '管理员 PIN');

/** Prints the holder's letter and reads the PIN on it; afterwards nobody can have it again. */
export async function printLetter(walk: IssuerWalk): Promise<string> {
  const { hands, station } = walk;
  const pin = await printAndRead(walk, '打印 PIN 信封', 'PIN');
  await hands.tap('都打印好了');
  await hands.confirm();
  await hands.see('已确认，PIN 不再保存');
  await station('issuing-done');
  return pin;
}

/** A holder stands at the desk with a locked UKey: document, new PIN, proof; answers the PIN of the new letter. */
export async function resetPinAtDesk(walk: IssuerWalk, adminPin: string): Promise<string> {
  const { hands, origin, orderNumber, station } = walk;
  await hands.page.goto(`${origin}/#/subpackages/staff/pages/issuing/index`);
  await hands.page.getByRole('tab', { name: 'PIN 解锁' }).click();
  await hands.tap(new RegExp(orderNumber));
  await hands.see('核对本人');
  await hands.tick('证件原件已核对，来人就是持有人');
  await hands.tap('核对好了，下一步');
  await hands.type('管理员 PIN', adminPin);
  await station('unlock-reset');
  await hands.tap('重置 PIN');
  await hands.see('已解锁');
  await station('unlock-done');
  return printAndRead(walk, '打印 PIN 信封', 'PIN');
}
