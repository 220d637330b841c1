import { mergeInternalComponents } from '@tarojs/shared';

/** Filled in by the build, which finds them in the source (config/accessible-attributes.ts). */
declare const ACCESSIBLE_ATTRIBUTES: Record<string, Record<string, string>>;

// The runtime numbers attributes as the templates do: both must know the same ones, in the same order.
mergeInternalComponents(ACCESSIBLE_ATTRIBUTES);
