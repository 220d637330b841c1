import Taro from '@tarojs/taro';
import { fieldElementId } from './draft-problems';

/** Room above the field, so that its label is not at the very edge. */
const ABOVE_PX = 80;

/** Brings a field into view once the page has drawn its error. */
export function scrollToField(path: string): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#${fieldElementId(path)}`, offsetTop: -ABOVE_PX, duration: 200 }).catch(
      () => undefined,
    );
  });
}
