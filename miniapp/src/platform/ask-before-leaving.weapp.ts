import Taro from '@tarojs/taro';

const nothing = () => undefined;

/**
 * Asks before the page on top is left by Back; null: not any more. WeChat asks on its own bar and on Android's Back, not when an
 * iPhone is swiped from its edge (and `disableSwipeBack` of a page counts no more since WeChat 7.0.5): what must not be lost is kept besides.
 */
export function askBeforeLeaving(question: string | null): void {
  // Answered by a promise, whatever the types say; WeChat on computers asks nothing.
  const asked: unknown =
    question === null ? Taro.disableAlertBeforeUnload({}) : Taro.enableAlertBeforeUnload({ message: question });
  Promise.resolve(asked).catch(nothing);
}
