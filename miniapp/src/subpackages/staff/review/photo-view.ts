/** How a photo is turned and enlarged. */
export interface PhotoView {
  /** 0–3, clockwise. */
  readonly quarterTurns: number;
  readonly zoomIndex: number;
}

export const ZOOMS = [1, 1.5, 2, 3] as const;
export const UPRIGHT: PhotoView = { quarterTurns: 0, zoomIndex: 0 };

export const turned = (view: PhotoView): PhotoView => ({ ...view, quarterTurns: (view.quarterTurns + 1) % 4 });
export const zoomed = (view: PhotoView, step: 1 | -1): PhotoView => ({
  ...view,
  zoomIndex: Math.min(Math.max(view.zoomIndex + step, 0), ZOOMS.length - 1),
});
export const zoomOf = ({ zoomIndex }: PhotoView): number => ZOOMS[zoomIndex] ?? 1;

/** CSS transform inside a frame of the given height / width: a photo lying on its side is made to fit. */
export function photoTransform({ quarterTurns }: Pick<PhotoView, 'quarterTurns'>, heightOverWidth: number): string {
  const onItsSide = quarterTurns % 2 === 1;
  const scale = onItsSide ? Math.min(heightOverWidth, 1 / heightOverWidth) : 1;
  return `rotate(${quarterTurns * 90}deg) scale(${scale})`;
}
