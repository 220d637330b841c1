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

const VALUE = '//*[@class="printed-sheet__label"][text()="PIN"]/following-sibling::*[1]';

/** Prints the holder's letter and reads the PIN on it; afterwards nobody can have it again. */
export async function printLetter({ hands, station }: IssuerWalk): Promise<string> {
  const { page } = hands;
  await page.evaluate('window.print = () => undefined');
  await hands.tap('打印 PIN 信封');
  const pin = (await page.locator(`xpath=${VALUE}`).textContent()) ?? '';
  // The printer's dialogue is closed.
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  await hands.tap('都打印好了');
  await hands.confirm();
  await hands.see('已确认，PIN 不再保存');
  await station('issuing-done');
  return pin;
}
