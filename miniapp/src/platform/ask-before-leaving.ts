export { askBeforeLeaving } from './ask-before-leaving.h5';
