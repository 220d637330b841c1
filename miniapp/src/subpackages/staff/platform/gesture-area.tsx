export * from './gesture-area.h5';
