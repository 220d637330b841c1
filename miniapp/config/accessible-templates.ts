import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { ACCESSIBLE_COMPONENTS } from '../src/accessible-components';

interface MiniTemplate {
  mergeComponents(ctx: unknown, patch: typeof ACCESSIBLE_COMPONENTS): void;
  replacePropName(name: string, ...rest: unknown[]): string;
}

interface MiniPlatform {
  readonly template?: MiniTemplate;
  runtimePath?: string | string[];
}

const RUNTIME = path.resolve(__dirname, '../src/platform/accessible-components-runtime.ts');

/**
 * Lets `role` and `aria-*` through to WeChat's screen reader: Taro's templates drop attributes that they do not know.
 * The same props work in the browser by themselves. WeChat calls the role `aria-role`.
 */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      const { template } = platform;
      if (!template) {
        return;
      }
      template.mergeComponents(ctx, ACCESSIBLE_COMPONENTS);
      const replace = template.replacePropName.bind(template);
      template.replacePropName = (name, ...rest) => (name === 'role' ? 'aria-role' : replace(name, ...rest));
      platform.runtimePath = [platform.runtimePath ?? [], RUNTIME].flat();
    },
  });
};
