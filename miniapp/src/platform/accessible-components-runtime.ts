import { mergeInternalComponents } from '@tarojs/shared';
import { ACCESSIBLE_COMPONENTS } from '../accessible-components';

// The runtime numbers attributes as the templates do: both must know the same ones, in the same order.
mergeInternalComponents(ACCESSIBLE_COMPONENTS);
