import type { Plugin } from 'postcss';

declare const olderStyles: () => Plugin;
export default olderStyles;
