export { StrokeCanvas, sheetSize } from './stroke-canvas.h5';
