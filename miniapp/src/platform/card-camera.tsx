export * from './card-camera.h5';
