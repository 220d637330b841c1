export { StrokeCanvas } from './stroke-canvas.h5';
