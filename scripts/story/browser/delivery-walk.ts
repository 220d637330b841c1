import { NAME_STROKES } from '../name-strokes';
import { drawOn } from './draw-on';
import type { PageHands } from './page-hands';
import type { StaffWalk } from './staff-walk';

/** Nobody clicks into the field: the cursor comes by itself. */
const cursorIn = ({ page }: PageHands, label: string): Promise<void> =>
  page.locator(`input[aria-label="${label}"]:focus`).waitFor();

/** The order is opened from the queue at a desk-wide page; a scanner types the number and Enter. */
export async function sendAtDesk({ hands, origin, orderNumber, station }: StaffWalk, number: string): Promise<void> {
  const { page } = hands;
  await page.goto(`${origin}/#/subpackages/staff/pages/deliveries/index`);
  await hands.tap(new RegExp(`^打开 ${orderNumber}`));
  await hands.see('登记运单号');
  await station('delivery-order');
  await cursorIn(hands, '运单号');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await hands.see('单号登记错了');
  await station('delivery-sent');
}

/** A file of numbers is looked at and recorded; `lines`: order number and tracking number each. */
export async function importNumbers(
  { hands, origin, station }: StaffWalk,
  lines: readonly (readonly [orderNumber: string, trackingNumber: string])[],
): Promise<void> {
  await hands.page.goto(`${origin}/#/subpackages/staff/pages/numbers/index`);
  const csv = [['申请编号', '运单号'], ...lines].map((cells) => cells.join(',')).join('\r\n');
  await hands.give('选择 CSV 文件', {
    name: 'numbers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${csv}\r\n`),
  });
  await hands.see('预览');
  await station('delivery-preview');
  await hands.tap(/^登记这/);
  await hands.see('登记结果');
  await station('delivery-imported');
}

/** A code that is scanned, a document that is compared, a signature: the UKey is handed over. */
export async function handOverAtDesk({ hands, origin, station }: StaffWalk, code: string): Promise<void> {
  const { page } = hands;
  await page.goto(`${origin}/#/subpackages/staff/pages/pick-up/index`);
  await cursorIn(hands, '领取码');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await hands.see('应由谁领取');
  await hands.tick('证件原件已核对，与来人一致');
  await drawOn(page, 'canvas#pick-up-canvas', NAME_STROKES);
  await station('delivery-signed');
  await hands.tap('交付 UKey');
  await hands.see(/已交付，申请办结/);
}

/** What the applicant does at a phone-sized page. */
interface ReceiverWalk {
  readonly hands: PageHands;
  readonly origin: string;
}

/** From the home page to the parcel. */
export async function followParcel({ hands, origin }: ReceiverWalk): Promise<void> {
  await hands.page.goto(`${origin}/#/pages/home/index`);
  await hands.tap('查看物流');
}

export async function confirmReceipt({ hands }: ReceiverWalk): Promise<void> {
  await hands.tap('确认收到');
  await hands.confirm();
  await hands.see('UKey 已交到您手里');
}

/** From the home page to the pick-up code; answers its letters. */
export async function readPickUpCode({ hands, origin }: ReceiverWalk): Promise<string> {
  await hands.page.goto(`${origin}/#/pages/home/index`);
  await hands.tap('出示领取码');
  const letters = hands.page.locator('.pick-up__letters').locator('visible=true').first();
  return (await letters.textContent()) ?? '';
}
