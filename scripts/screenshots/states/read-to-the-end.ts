import type { PageHands } from '../../story/browser/page-hands';

/** Scrolls to the end of what is read, as a finger does. */
export async function readToTheEnd({ page, see }: PageHands): Promise<void> {
  await page.mouse.move(180, 400);
  for (let turn = 0; turn < 80 && (await page.getByText('已读完').locator('visible=true').count()) === 0; turn += 1) {
    await page.mouse.wheel(0, 2000);
    await page.waitForTimeout(50);
  }
  await see('已读完');
}
