export { copyText, saysCopied } from './copy-text.h5';
