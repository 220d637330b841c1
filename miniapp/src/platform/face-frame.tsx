export { FaceFrame } from './face-frame.h5';
