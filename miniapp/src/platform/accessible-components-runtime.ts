import { internalComponents, mergeInternalComponents } from '@tarojs/shared';

// Filled in by the build: config/accessible-attributes.ts finds the first in the source, config/unused-by-views.ts has the others.
declare const UNUSED_BY_VIEWS: readonly string[];
declare const ACCESSIBLE_ATTRIBUTES: Record<string, Record<string, string>>;

// The runtime numbers attributes as the templates do: both must know the same ones, in the same order.
mergeInternalComponents(ACCESSIBLE_ATTRIBUTES);
for (const name of UNUSED_BY_VIEWS) {
  delete (internalComponents.View as Record<string, string>)[name];
}
