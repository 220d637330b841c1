declare module '@tarojs/webpack5-runner/dist/plugins/MiniSplitChunksPlugin' {
  export interface SharedModule {
    readonly identifier: string;
    readonly resource?: string;
  }

  export default class MiniSplitChunksPlugin {
    constructor(options: object);
    get subCommonDeps(): Map<string, SharedModule>;
    set subCommonDeps(modules: Map<string, SharedModule>);
    apply(compiler: object): void;
  }
}
