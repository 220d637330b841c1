import { Text, View } from '@tarojs/components';
import { FOCUSABLE } from '../platform/keyboard';
import './text-link.scss';

export interface TextLinkProps {
  readonly children: string;
  /** For screen readers, when the words alone are not clear: 修改申请信息. */
  readonly label?: string;
  readonly onTap: () => void;
}

/** A small way to somewhere else, with a full-size target. */
export function TextLink({ children, label, onTap }: TextLinkProps) {
  return (
    <View className="text-link" role="link" {...FOCUSABLE} aria-label={label ?? children} onClick={onTap}>
      <Text>{children}</Text>
    </View>
  );
}
