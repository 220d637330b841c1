import Taro from '@tarojs/taro';
import type { TextPlace } from './reading-progress';

/** Id of the element that holds the whole text. */
export const TEXT_ELEMENT_ID = 'contract-text';

interface Rectangle {
  readonly top: number;
  readonly bottom: number;
}

const isRectangle = (value: unknown): value is Rectangle =>
  typeof (value as Rectangle | null)?.top === 'number' && typeof (value as Rectangle).bottom === 'number';

/** Where the text is on the screen now; null while it is not laid out. */
export function measureText(): Promise<TextPlace | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${TEXT_ELEMENT_ID}`)
      .boundingClientRect()
      .select('.bottom-bar')
      .boundingClientRect()
      .exec((answers: unknown[]) => {
        const [text, bar] = answers;
        const { windowHeight } = Taro.getWindowInfo();
        const visibleBottom = isRectangle(bar) ? Math.min(bar.top, windowHeight) : windowHeight;
        resolve(isRectangle(text) ? { top: text.top, bottom: text.bottom, visibleBottom } : null);
      });
  });
}
