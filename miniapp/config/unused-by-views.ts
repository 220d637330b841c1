/**
 * What Taro gives to each view and no page uses. Its templates repeat every attribute dozens of times: these were a
 * seventh of base.wxml. Templates and runtime number attributes alike, so both leave them out.
 */
export const UNUSED_BY_VIEWS = [
  'animation',
  'bindAnimationStart',
  'bindAnimationIteration',
  'bindAnimationEnd',
  'bindTransitionEnd',
  'hover-stop-propagation',
  'hover-start-time',
];
