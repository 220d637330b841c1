import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ICON_PATHS, type IconName } from './icon-paths';

export type IconTone = 'ink' | 'secondary' | 'primary' | 'success' | 'warning' | 'danger' | 'white';

const COLOURS: Record<IconTone, string> = {
  ink: '#1F2A37',
  secondary: '#5B6878',
  primary: '#1F5FBF',
  success: '#1E8E5A',
  warning: '#B7791F',
  danger: '#C53030',
  white: '#FFFFFF',
};

export interface IconProps {
  readonly name: IconName;
  /** In design pixels (750 wide). */
  readonly size?: number;
  readonly tone?: IconTone;
}

/** An outlined icon; decoration only, the text beside it says the same. */
export function Icon({ name, size = 40, tone = 'ink' }: IconProps) {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${COLOURS[tone]}" ` +
    `stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="${ICON_PATHS[name]}"/></svg>`;
  return (
    <View
      aria-hidden
      style={{
        flex: 'none',
        width: Taro.pxTransform(size),
        height: Taro.pxTransform(size),
        backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")`,
        backgroundSize: '100% 100%',
      }}
    />
  );
}
