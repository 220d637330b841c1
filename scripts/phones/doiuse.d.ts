declare module 'doiuse' {
  import type { ChildNode, Plugin } from 'postcss';

  interface Options {
    readonly browsers: string[];
    onFeatureUsage(found: { readonly feature: string; readonly usage: ChildNode }): void;
  }
  export default function doiuse(options: Options): Plugin;
}
