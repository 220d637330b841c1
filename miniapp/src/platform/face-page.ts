export { openFacePage } from './face-page.h5';
