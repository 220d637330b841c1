export { whileAsked } from './question-keys.h5';
