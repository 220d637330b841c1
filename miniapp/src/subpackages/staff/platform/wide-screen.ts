export { useWideScreen } from './wide-screen.h5';
