export * from './photo-canvas.h5';
