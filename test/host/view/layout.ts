import type { StyleSheet } from './read-styles';
import { innerText, isOn, type ViewNode } from './view-node';

export interface Rect {
  readonly left: number;
  /** From the page's top, or from the window's top for fixed elements. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly fixed: boolean;
}

export interface PageLayout {
  /** Null for what is not laid out (`display: none`, hidden). */
  rectOf(node: ViewNode): Rect | null;
  readonly contentHeight: number;
}

export interface WindowSize {
  readonly windowWidth: number;
  readonly windowHeight: number;
}

const LETTER = 16;
const LINE = 24;
/** Heights of built-in components without a declared height, as WeChat's own style sheet draws them. */
const NATURAL_HEIGHT: Record<string, number> = {
  ...{ input: 22, textarea: 150, button: 46, switch: 32, checkbox: 24, radio: 24, image: 240, canvas: 150, slider: 28 },
  ...{ progress: 6, icon: 23, camera: 300, video: 225, picker: 24 },
};

/** Length in CSS pixels; null for what depends on a real layout (`auto`, `calc(…)`, flex). */
function pixels(text: string | undefined, whole: number, window: WindowSize): number | null {
  const [, number = '', unit = ''] = /^(-?[\d.]+)(rpx|px|%|vh|vw|rem)?$/.exec(text ?? '') ?? [];
  const factor: Record<string, number> = {
    '': 1,
    px: 1,
    rpx: window.windowWidth / 750,
    '%': whole / 100,
    vh: window.windowHeight / 100,
    vw: window.windowWidth / 100,
    rem: LETTER,
  };
  return number === '' ? null : Number(number) * (factor[unit] ?? 1);
}

/**
 * An approximate layout: blocks of full width below each other, text in lines of 24 px with 16 px letters, declared
 * widths and heights, `position: fixed`, `display: none`. No margins, padding, flex or floats: positions are consistent
 * and deterministic, not those of a phone.
 */
export function layOut(root: ViewNode, styles: StyleSheet, window: WindowSize): PageLayout {
  const rects = new Map<ViewNode, Rect>();

  const place = (node: ViewNode, left: number, top: number, width: number, fixed: boolean): number => {
    const style = node.tag === '#text' || node.tag === '#root' ? {} : styles.of(node);
    if (style.display === 'none' || isOn(node, 'hidden')) {
      return 0;
    }
    const ownWidth = pixels(style.width, width, window) ?? width;
    const declared = style.height?.endsWith('%') ? null : pixels(style.height, 0, window);
    if (style.position === 'fixed' && !fixed) {
      const height = declared ?? measure(node, ownWidth);
      const bottom = pixels(style.bottom, window.windowHeight, window);
      const fixedTop =
        pixels(style.top, window.windowHeight, window) ?? (bottom === null ? 0 : window.windowHeight - bottom - height);
      const full = style.top !== undefined && bottom !== null ? window.windowHeight - fixedTop - bottom : height;
      rects.set(node, { left: 0, top: fixedTop, width: ownWidth, height: full, fixed: true });
      placeChildren(node, 0, fixedTop, ownWidth, true);
      return 0;
    }
    const flow = placeChildren(node, left, top, ownWidth, fixed);
    const height = declared ?? (flow || NATURAL_HEIGHT[node.tag] || 0);
    rects.set(node, { left, top, width: ownWidth, height, fixed });
    return height;
  };

  const placeChildren = (node: ViewNode, left: number, top: number, width: number, fixed: boolean): number => {
    if (node.tag === '#text' || node.tag === 'text') {
      const text = innerText(node);
      const perLine = Math.max(1, Math.floor(width / LETTER));
      const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / perLine), 0);
      for (const child of node.children) {
        rects.set(child, { left, top, width, height: lines * LINE, fixed });
      }
      return lines * LINE;
    }
    let height = 0;
    for (const child of node.children) {
      height += place(child, left, top + height, width, fixed);
    }
    return height;
  };

  const measure = (node: ViewNode, width: number): number =>
    placeChildren(node, 0, 0, width, true) || NATURAL_HEIGHT[node.tag] || 0;

  const contentHeight = place(root, 0, 0, window.windowWidth, false);
  return { rectOf: (node) => rects.get(node) ?? null, contentHeight: Math.max(contentHeight, window.windowHeight) };
}
