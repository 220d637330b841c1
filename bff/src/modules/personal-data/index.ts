export { lookKindOf, ONE_LOOK_MS, SHOWN } from './list-looks';
