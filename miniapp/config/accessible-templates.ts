import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { type AccessibleAttributes, accessibleAttributes } from './accessible-attributes';
import { UNUSED_BY_VIEWS } from './unused-by-views';

interface MiniTemplate {
  readonly internalComponents: { readonly View: Record<string, string> };
  mergeComponents(ctx: unknown, patch: AccessibleAttributes): void;
  replacePropName(name: string, ...rest: unknown[]): string;
}

interface MiniPlatform {
  readonly template?: MiniTemplate;
  runtimePath?: string | string[];
}

/** Of the source as it is when the build begins. */
export const ACCESSIBLE_ATTRIBUTES = accessibleAttributes(path.resolve(__dirname, '../src'));

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
      template.mergeComponents(ctx, ACCESSIBLE_ATTRIBUTES);
      for (const name of UNUSED_BY_VIEWS) {
        delete template.internalComponents.View[name];
      }
      const replace = template.replacePropName.bind(template);
      template.replacePropName = (name, ...rest) => (name === 'role' ? 'aria-role' : replace(name, ...rest));
      platform.runtimePath = [platform.runtimePath ?? [], RUNTIME].flat();
    },
  });
};
