import { internalComponents, mergeInternalComponents } from '@tarojs/shared';
import { UNUSED_BY_VIEWS } from './unused-by-views';

/** Filled in by the build, which finds them in the source (config/accessible-attributes.ts). */
declare const ACCESSIBLE_ATTRIBUTES: Record<string, Record<string, string>>;

// The runtime numbers attributes as the templates do: both must know the same ones, in the same order.
mergeInternalComponents(ACCESSIBLE_ATTRIBUTES);
for (const name of UNUSED_BY_VIEWS) {
  delete (internalComponents.View as Record<string, string>)[name];
}
