import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { firstText, showText, takeTextElement } from '../platform/text-element';
import type { TextElement } from '../platform/text-element-props';
import { createTypedText } from './typed-text';
import type { TypedValue } from './typed-value';

export interface TypedTextOptions {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What of a typed text counts. */
  readonly read: (typed: string) => TypedValue;
  /** On leaving the field, after the page has its last value. */
  readonly onLeave?: () => void;
  readonly onConfirm?: () => void;
}

interface TextEvent {
  readonly detail: { readonly value: string };
}

/**
 * Props of a text element whose text is the view's own while somebody types. The page gets what counts of it; the element is
 * told a text only when the page changes it by itself, when it is full, and when it is left or confirmed: then it shows what is
 * sent.
 */
export function useTypedText(options: TypedTextOptions) {
  const latest = useRef(options);
  latest.current = options;
  const element = useRef<TextElement | null>(null);
  const [first] = useState(options.value);
  const [text] = useState(() =>
    createTypedText(first, (shown, next) => element.current && showText(element.current, shown, next)),
  );
  const ref = useCallback(
    (made: TextElement | null) => {
      // In browsers Taro takes the ref away and gives it back at each rendering.
      if (made && made !== element.current) {
        element.current = made;
        takeTextElement(made, text.shown());
      }
    },
    [text],
  );
  useLayoutEffect(() => text.given(options.value));

  const take = (typed: string) => {
    const { read, value: before, onChange } = latest.current;
    const { value, isCut } = read(typed);
    text.typed(typed, value);
    if (isCut) {
      text.put(value);
    }
    if (value !== before) {
      onChange(value);
    }
  };
  /** Leaving tells the whole text: a key or what a phone filled in may not have been heard of. */
  const settle = (event: TextEvent, then: 'onLeave' | 'onConfirm') => {
    take(event.detail.value);
    // The page draws what it took before it is asked to judge it.
    void Promise.resolve().then(() => {
      text.put(latest.current.value);
      latest.current[then]?.();
    });
  };
  return {
    ...firstText(first),
    ref,
    onInput: (event: TextEvent) => take(event.detail.value),
    onBlur: (event: TextEvent) => settle(event, 'onLeave'),
    onConfirm: (event: TextEvent) => settle(event, 'onConfirm'),
  };
}
