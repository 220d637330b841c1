import type { Page } from 'playwright-core';
import type { PageMeasures } from './look-faults';

// Text, because it runs inside the page: the scripts are compiled without the types of a browser.
const MEASURE = `(() => {
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 0;
  const pages = [...document.querySelectorAll('.taro_page')].filter(isShown);
  const buttons = [...document.querySelectorAll('button, [role="button"]')].filter(
    (element) => isShown(element) && element.closest('[aria-hidden="true"]') === null,
  );
  return {
    viewportWidth: window.innerWidth,
    contentWidth: Math.max(document.documentElement.scrollWidth, ...pages.map((each) => each.scrollWidth)),
    buttons: buttons.map((element) => ({
      label: element.getAttribute('aria-label') ?? element.textContent.trim(),
      height: element.getBoundingClientRect().height,
    })),
  };
})()`;

// Of a page with tabs only a part of the screen scrolls: what it hides is added to the screen.
const CONTENT_HEIGHT = `window.innerHeight + Math.max(
  ...[document.documentElement, ...document.querySelectorAll('.taro_page')]
    .filter((element) => element.checkVisibility())
    .map((element) => element.scrollHeight - element.clientHeight),
)`;

/** Measures what is visible now. */
export const measurePage = (page: Page): Promise<PageMeasures> => page.evaluate<PageMeasures>(MEASURE);

/** Height of the whole of what is shown, the part below the screen included. */
export const contentHeight = (page: Page): Promise<number> => page.evaluate<number>(CONTENT_HEIGHT);
