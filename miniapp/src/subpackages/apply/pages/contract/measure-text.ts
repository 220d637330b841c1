import Taro from '@tarojs/taro';
import { type TextPlace, visibleSections } from './reading-progress';

/** Id of the element that holds the whole text. */
export const TEXT_ELEMENT_ID = 'contract-text';
/** Class of the elements whose time on the screen is measured; their id is the section's. */
export const SECTION_CLASS = 'reading-section';

interface Rectangle {
  readonly top: number;
  readonly bottom: number;
}

const isRectangle = (value: unknown): value is Rectangle =>
  typeof (value as Rectangle | null)?.top === 'number' && typeof (value as Rectangle).bottom === 'number';

const isSection = (value: unknown): value is Rectangle & { readonly id: string } =>
  isRectangle(value) && typeof (value as { id?: unknown }).id === 'string';

export interface MeasuredText {
  readonly place: TextPlace;
  /** Ids of the sections that are on the screen. */
  readonly sectionIds: readonly string[];
}

/** Where the text is on the screen now, and what of the contract is to be seen; null while it is not laid out. */
export function measureText(): Promise<MeasuredText | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${TEXT_ELEMENT_ID}`)
      .boundingClientRect()
      .select('.bottom-bar')
      .boundingClientRect()
      .selectAll(`.${SECTION_CLASS}`)
      .boundingClientRect()
      .exec((answers: unknown[]) => {
        const [text, bar, sections] = answers;
        const { windowHeight } = Taro.getWindowInfo();
        const visibleBottom = isRectangle(bar) ? Math.min(bar.top, windowHeight) : windowHeight;
        if (!isRectangle(text)) {
          resolve(null);
          return;
        }
        const places = Array.isArray(sections) ? sections.filter(isSection) : [];
        resolve({
          place: { top: text.top, bottom: text.bottom, visibleBottom },
          sectionIds: visibleSections(places, visibleBottom),
        });
      });
  });
}
