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

/** The drawing surface; the context is already scaled, so all coordinates are CSS pixels. */
export interface StrokeSurface {
  readonly context: CanvasRenderingContext2D;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** The canvas as it is drawn now, `width × pixelRatio` pixels wide. */
  exportPng(): Promise<ExportedPng>;
}

export interface StrokeCanvasProps {
  /** Unique in the page. */
  readonly id: string;
  readonly className?: string;
  readonly label: string;
  /** After mounting, and again with a new size when the screen was rotated: redraw all strokes then. */
  readonly onReady: (surface: StrokeSurface) => void;
  readonly onStrokeStart: (point: CanvasPoint) => void;
  readonly onStrokeMove: (point: CanvasPoint) => void;
  readonly onStrokeEnd: () => void;
}
