import { Button, Text, View } from '@tarojs/components';
import './primary-button.scss';
import { FOCUSABLE } from '../platform/keyboard';

export interface PrimaryButtonProps {
  /** A verb: 提交申请, 确认签名. */
  readonly children: string;
  readonly onTap: () => void;
  /** While the action runs: taps do nothing, the label says what is going on. */
  readonly pending?: boolean;
  readonly pendingLabel?: string;
  /** A reason makes the button inactive and is shown above it; there is no other way to disable it. */
  readonly whyDisabled?: string | null;
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'plain';
  /** Narrow buttons in rows of a list. */
  readonly small?: boolean;
  /** For screen readers, when the label alone is not clear, e.g. 删除申请 HL-0001. */
  readonly label?: string;
}

const asButton = (state: { label: string; inactive: boolean; pending: boolean }) => ({
  role: 'button',
  ...FOCUSABLE,
  'aria-label': state.label,
  'aria-disabled': state.inactive,
  'aria-busy': state.pending,
});

/** The button of the product, in all kinds. One `primary` a page. */
export function PrimaryButton(props: PrimaryButtonProps) {
  const { children, onTap, pending = false, pendingLabel, whyDisabled, kind = 'primary', small = false, label } = props;
  const inactive = pending || Boolean(whyDisabled);
  const classes = [
    'primary-button',
    `primary-button--${kind}`,
    small && 'primary-button--small',
    inactive && 'primary-button--inactive',
  ].filter(Boolean);
  const text = pending ? (pendingLabel ?? `${children}…`) : children;
  return (
    <View className={small ? 'primary-button-box primary-button-box--small' : 'primary-button-box'}>
      {whyDisabled && <Text className="primary-button__why">{whyDisabled}</Text>}
      <Button
        className={classes.join(' ')}
        hoverClass={inactive ? 'none' : 'primary-button--pressed'}
        {...asButton({ label: label ?? text, inactive, pending })}
        onClick={() => {
          if (!inactive) {
            onTap();
          }
        }}
      >
        {text}
      </Button>
    </View>
  );
}
