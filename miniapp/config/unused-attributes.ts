const TOUCHES = ['bindTouchStart', 'bindTouchMove', 'bindTouchEnd', 'bindTouchCancel'];
const ANIMATION = [
  'animation',
  'bindAnimationStart',
  'bindAnimationIteration',
  'bindAnimationEnd',
  'bindTransitionEnd',
];

/**
 * What Taro gives to components and no page uses. Its templates repeat every attribute of views and texts dozens of times:
 * these were a quarter of base.wxml. `npm run check` finds a page that uses one of them after all.
 */
export const UNUSED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  View: [...ANIMATION, 'bindLongTap', 'hover-stop-propagation', 'hover-start-time', 'hover-stay-time'],
  Text: [...TOUCHES, 'bindLongTap', 'space', 'decode', 'overflow', 'max-lines'],
  Image: [...[...TOUCHES, 'bindLongTap', 'bindError'], ...['lazy-load', 'webp', 'show-menu-by-longpress', 'fade-in']],
  Button: [
    ...[...TOUCHES, 'bindLongTap', 'hover-stop-propagation', 'hover-start-time', 'hover-stay-time'],
    ...['size', 'type', 'plain', 'loading', 'form-type', 'name', 'lang', 'session-from', 'business-id'],
    ...['send-message-title', 'send-message-path', 'send-message-img', 'show-message-card', 'app-parameter'],
    ...['bindGetUserInfo', 'bindContact', 'bindGetRealTimePhoneNumber', 'bindChooseAvatar', 'bindError'],
    ...['bindOpenSetting', 'bindLaunchApp'],
  ],
  Input: [
    ...['focus', 'placeholder-style', 'confirm-hold', 'selection-start', 'selection-end', 'name', 'always-embed'],
    ...['safe-password-cert-path', 'safe-password-length', 'safe-password-time-stamp', 'safe-password-nonce'],
    ...['safe-password-salt', 'safe-password-custom-hash', 'auto-fill', 'cursor-color'],
    ...['bindKeyboardHeightChange', 'bindNicknameReview', 'bindSelectionChange'],
    ...['bindKeyboardCompositionStart', 'bindKeyboardCompositionUpdate', 'bindKeyboardCompositionEnd'],
  ],
  Textarea: [
    ...['focus', 'auto-focus', 'placeholder-style', 'selection-start', 'selection-end', 'name', 'bindLineChange'],
    ...['confirm-hold', 'adjust-keyboard-to', 'bindKeyboardHeightChange', 'bindSelectionChange'],
    ...['bindKeyboardCompositionStart', 'bindKeyboardCompositionUpdate', 'bindKeyboardCompositionEnd'],
  ],
};

/** Components that stand in others of their kind, and how deep: Taro makes templates for fifteen texts one in the other. */
export const DEEPEST_TEXT = 2;
