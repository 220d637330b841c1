export { default } from './page.h5';
