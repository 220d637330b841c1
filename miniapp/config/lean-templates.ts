import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { type AccessibleAttributes, accessibleAttributes } from './accessible-attributes';
import { DEEPEST_TEXT, UNUSED_ATTRIBUTES } from './unused-attributes';
import { componentsInUse } from './used-components';

type Components = Record<string, Record<string, string>>;

interface MiniTemplate {
  readonly internalComponents: Components;
  readonly nestElements: Map<string, number>;
  readonly focusComponents: Set<string>;
  mergeComponents(ctx: unknown, patch: AccessibleAttributes): void;
  replacePropName(name: string, ...rest: unknown[]): string;
}

interface MiniPlatform {
  readonly template?: MiniTemplate;
}

const SOURCE = path.resolve(__dirname, '../src');

/** Of the source as it is when the build begins. */
export const ACCESSIBLE_ATTRIBUTES = accessibleAttributes(SOURCE);

/** What is left, for the runtime (runtime-components.cjs): it numbers components and attributes as the templates do. */
export const leftComponents: Components = {};

function leaveOutUnused({ internalComponents, nestElements, focusComponents }: MiniTemplate): void {
  const inUse = componentsInUse(SOURCE);
  for (const name of Object.keys(internalComponents)) {
    if (!inUse.has(name)) {
      delete internalComponents[name];
    }
  }
  for (const [component, attributes] of Object.entries(UNUSED_ATTRIBUTES)) {
    for (const attribute of attributes) {
      const known = internalComponents[component];
      if (!known || !(attribute in known)) {
        throw new Error(`Taro has no ${attribute} of ${component} any more: config/unused-attributes.ts`);
      }
      delete known[attribute];
    }
  }
  // Templates of their own for who has the focus; `focus` is among the unused.
  focusComponents.clear();
  for (const text of ['text', 'static-text']) {
    nestElements.set(text, DEEPEST_TEXT);
  }
}

/**
 * Lets `role` and `aria-*` through to WeChat's screen reader: Taro's templates drop attributes that they do not know.
 * The same props work in the browser by themselves. WeChat calls the role `aria-role`. And leaves out of the templates
 * what no page uses: they hold every component and attribute there is, many of them fifteen times.
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
      leaveOutUnused(template);
      Object.assign(leftComponents, template.internalComponents);
      const replace = template.replacePropName.bind(template);
      template.replacePropName = (name, ...rest) => (name === 'role' ? 'aria-role' : replace(name, ...rest));
    },
  });
};
