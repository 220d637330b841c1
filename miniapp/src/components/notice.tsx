import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import './notice.scss';
import { FOCUSABLE } from '../platform/keyboard';

export type NoticeKind = 'info' | 'warning' | 'danger' | 'success';

export interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly onTap: () => void };
}

const ICONS = { info: 'info', warning: 'warning', danger: 'warning', success: 'check' } as const;
const TONES = { info: 'primary', warning: 'warning', danger: 'danger', success: 'success' } as const;

/** A remark inside the page: what happened, what was kept, what to do. */
export function Notice({ kind = 'info', title, children, action }: NoticeProps) {
  return (
    <View className={`notice notice--${kind}`} role={kind === 'danger' ? 'alert' : 'status'}>
      <View className="notice__icon">
        <Icon name={ICONS[kind]} size={36} tone={TONES[kind]} />
      </View>
      <View className="notice__text">
        {title && <Text className="notice__title">{title}</Text>}
        {children && <View>{children}</View>}
        {action && (
          <View
            className="notice__action"
            role="button"
            {...FOCUSABLE}
            aria-label={action.label}
            onClick={action.onTap}
          >
            {action.label}
          </View>
        )}
      </View>
    </View>
  );
}
