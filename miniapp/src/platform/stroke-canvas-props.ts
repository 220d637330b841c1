/** A point in CSS pixels from the canvas's top left corner. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** A PNG on the device, ready for `uploadFile`. */
export interface ExportedPng {
  readonly path: string;
  readonly fileName: string;
  readonly size: number;
}

/** The style of a canvas of a given size: in the page, as the class's lengths are scaled with the screen. */
export const sizeStyle = (size: StrokeCanvasProps['size']) =>
  size ? { width: `${size.width}px`, height: `${size.height}px` } : {};

/** The drawing surface; the context is already scaled, so all coordinates are CSS pixels. */
export interface StrokeSurface {
  readonly context: CanvasRenderingContext2D;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /**
   * What `draw` draws, `width × pixelRatio` pixels wide. It may be drawn again: what has come is looked at on the canvas itself.
   * @throws ApiError files.signature_not_written
   */
  exportPng(draw: () => void): Promise<ExportedPng>;
}

export interface StrokeCanvasProps {
  /** Unique in the page. */
  readonly id: string;
  readonly className?: string;
  /** In CSS pixels; absent: as the class says. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly label: string;
  /** After mounting, and again with a new size when the screen was rotated: redraw all strokes then. */
  readonly onReady: (surface: StrokeSurface) => void;
  readonly onStrokeStart: (point: CanvasPoint) => void;
  readonly onStrokeMove: (point: CanvasPoint) => void;
  readonly onStrokeEnd: () => void;
}
