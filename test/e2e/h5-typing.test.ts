import type { Page } from 'playwright-core';
import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { makePerson } from '../../scripts/story/people';
import { useH5 } from './h5-world';

const FIELD = 'input[aria-label="手机号"]';

describe('typing in a browser', () => {
  const h5 = useH5();
  const onSignIn = async (work: (page: Page) => Promise<void>) => {
    await h5.forgetRateLimits();
    const { page, context, problems } = await openPage(h5.browser, PHONE);
    await page.goto(`${h5.origin}/#/pages/sign-in/index`);
    await page.locator(FIELD).waitFor();
    await work(page);
    expect(problems).toEqual([]);
    await context.close();
  };
  const caret = (page: Page) =>
    page.locator(FIELD).evaluate((input) => (input as unknown as { selectionStart: number }).selectionStart);
  const moveTo = (page: Page, place: number) =>
    page
      .locator(FIELD)
      .evaluate(
        (input, at) =>
          (input as unknown as { setSelectionRange(from: number, to: number): void }).setSelectionRange(at, at),
        place,
      );
  const paste = (page: Page, text: string) => page.keyboard.insertText(text);

  it('keeps caret and field where a correction is made, while its error appears and goes', async () => {
    await onSignIn(async (page) => {
      await page.locator(FIELD).click();
      await page.keyboard.type('1381241234', { delay: 1 });
      await page.locator('input[aria-label="短信验证码"]').click();
      await page.getByText('请输入 11 位手机号').waitFor();
      await page.locator(FIELD).click();
      await page.evaluate('globalThis.field = document.activeElement');
      await moveTo(page, 5);
      await page.keyboard.type('3');
      await page.getByText('请输入 11 位手机号').waitFor({ state: 'detached' });
      expect([await page.locator(FIELD).inputValue(), await caret(page)]).toEqual(['13812341234', 6]);
      await page.keyboard.press('Backspace');
      expect([await page.locator(FIELD).inputValue(), await caret(page)]).toEqual(['1381241234', 5]);
      expect(await page.evaluate('globalThis.field === document.activeElement')).toBe(true);
    });
  });

  it('sends no code to the number that would be left of twelve digits', async () => {
    const { phone } = makePerson(220);
    await onSignIn(async (page) => {
      await page.locator(FIELD).click();
      await page.keyboard.type(`${phone}1`);
      await page.getByText('获取验证码', { exact: true }).click();
      await page.getByText('请输入 11 位手机号').waitFor();
      expect(await page.locator(FIELD).inputValue()).toBe(`${phone}1`);
      expect(await h5.smsCode(phone)).toBe('');
    });
  });

  it('keeps the caret in a number that is pasted in groups, and shows it as it is sent', async () => {
    const { phone } = makePerson(221);
    await onSignIn(async (page) => {
      await page.locator(FIELD).click();
      await paste(page, `+86 ${phone.slice(0, 3)} ${phone.slice(3, 6)}${phone.slice(7)}`);
      await moveTo(page, 11);
      await paste(page, phone.slice(6, 7));
      expect(await caret(page)).toBe(12);
      await page.getByText('获取验证码', { exact: true }).click();
      await page.getByText('验证码已发送到').waitFor();
      expect(await page.locator(FIELD).inputValue()).toBe(phone);
      expect(await h5.smsCode(phone)).toMatch(/^\d{6}$/);
      expect(await page.locator(FIELD).getAttribute('autocomplete')).toBe('tel-national');
    });
  });
});
