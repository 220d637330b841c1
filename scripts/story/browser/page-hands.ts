import type { Locator, Page } from 'playwright-core';

/** What a person does on a page, in terms of what is seen: labels of fields, buttons and ticks. */
export interface PageHands {
  readonly page: Page;
  type(label: string, text: string): Promise<void>;
  /** Picks from a list of the browser, once it is there. */
  pick(label: string, choice: string): Promise<void>;
  tap(label: string | RegExp): Promise<void>;
  tick(label: string | RegExp): Promise<void>;
  /** Ticks what is asked of some only, if it is there now. */
  tickIfThere(label: string | RegExp): Promise<void>;
  choose(label: string | RegExp): Promise<void>;
  /** Answers a question that covers the page with yes. */
  confirm(): Promise<void>;
  /** Waits until the text is to be seen. */
  see(text: string | RegExp): Promise<void>;
  /** Taps what opens the file dialogue and gives it a file. */
  give(button: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
}

/** Taro keeps the pages below in the document; only the visible one counts. */
const visible = (locator: Locator): Locator => locator.locator('visible=true').first();

export function handsOn(page: Page): PageHands {
  const button = (label: string | RegExp) =>
    visible(page.getByRole('button', { name: label, exact: typeof label === 'string' }));
  return {
    page,
    async type(label, text) {
      const field = visible(page.locator(`input[aria-label="${label}"], textarea[aria-label="${label}"]`));
      await field.fill(text);
      await field.blur();
    },
    async pick(label, choice) {
      await visible(page.locator(`select[aria-label="${label}"]`)).selectOption(choice);
    },
    async tap(label) {
      await button(label).click();
    },
    async tick(label) {
      // The box itself: its sentence may hold links.
      await visible(page.getByRole('checkbox', { name: label })).click({ position: { x: 12, y: 12 } });
    },
    async tickIfThere(label) {
      const box = visible(page.getByRole('checkbox', { name: label }));
      if ((await box.count()) > 0) {
        // It may go at this moment: time enough has passed.
        await box.click({ position: { x: 12, y: 12 }, timeout: 2000 }).catch(() => undefined);
      }
    },
    async choose(label) {
      await visible(page.getByRole('radio', { name: label })).click();
    },
    async confirm() {
      // Taro's class; its buttons are no buttons to a screen reader.
      await visible(page.locator('.taro-model__confirm')).click();
    },
    async see(text) {
      await visible(page.getByText(text)).waitFor({ state: 'visible' });
    },
    async give(label, file) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(label).click()]);
      await chooser.setFiles(file);
    },
  };
}
