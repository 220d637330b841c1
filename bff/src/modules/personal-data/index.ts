export { SHOWN } from './list-looks';
