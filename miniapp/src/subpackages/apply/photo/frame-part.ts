interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in whole pixels of a photo, or in points of the screen. */
export interface Part extends Size {
  readonly x: number;
  readonly y: number;
}

/** ID-1 cards, ISO/IEC 7810: 85.60 mm by 53.98 mm. */
export const CARD_RATIO = 85.6 / 53.98;
/** Kept around the frame, as a share of its width: a card held a little askew keeps its four corners. */
const MARGIN = 0.06;

/**
 * The part of a photo that lay in the frame. The preview shows the photo like `object-fit: cover`: scaled to fill `view`,
 * centred, its overhang cut off. `frame` is in points of `view`.
 */
export function partInFrame(photo: Size, view: Size, frame: Part): Part {
  const scale = Math.max(view.width / photo.width, view.height / photo.height);
  const cut = { x: (photo.width * scale - view.width) / 2, y: (photo.height * scale - view.height) / 2 };
  const margin = frame.width * MARGIN;
  const left = Math.max(0, Math.round((frame.x - margin + cut.x) / scale));
  const top = Math.max(0, Math.round((frame.y - margin + cut.y) / scale));
  const right = Math.min(photo.width, Math.round((frame.x + frame.width + margin + cut.x) / scale));
  const bottom = Math.min(photo.height, Math.round((frame.y + frame.height + margin + cut.y) / scale));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where the frame is drawn: as wide as it can be, a little above the middle, so that the hands have room below. */
export function frameIn(view: Size): Part {
  const width = Math.round(Math.min(view.width * 0.9, view.height * 0.6 * CARD_RATIO));
  const height = Math.round(width / CARD_RATIO);
  return {
    x: Math.round((view.width - width) / 2),
    y: Math.round(Math.max(0, (view.height - height) * 0.42)),
    width,
    height,
  };
}
