import { Button, View } from '@tarojs/components';
import { useState } from 'react';
import { Notice } from '../../components/notice';
import { type PhoneButtonOutcome, phoneButtonOutcome } from '../../features/phone-button-outcome';
import { SIGN_IN_TEXT } from '../../text/sign-in';

interface WechatPhoneButtonProps {
  readonly agreed: boolean;
  readonly pending: boolean;
  readonly onConsentMissing: () => void;
  /** The one-time code that the server exchanges for the phone number. */
  readonly onPhoneCode: (phoneCode: string) => void;
}

/** WeChat hands out the number only through its own button; it must not open before the consent. */
export function WechatPhoneButton({ agreed, pending, onConsentMissing, onPhoneCode }: WechatPhoneButtonProps) {
  const className = 'primary-button primary-button--secondary';
  const [failure, setFailure] = useState<Exclude<PhoneButtonOutcome, { kind: 'code' }> | null>(null);
  const notice = failure && <Notice kind="warning">{failure.message}</Notice>;
  if (failure?.kind === 'unavailable') {
    return <View className="sign-in__wechat">{notice}</View>;
  }
  return (
    <View className="sign-in__wechat">
      {notice}
      {agreed ? (
        <Button
          className={className}
          openType="getPhoneNumber"
          disabled={pending}
          onGetPhoneNumber={({ detail }) => {
            const outcome = phoneButtonOutcome(detail);
            if (outcome.kind === 'code') {
              onPhoneCode(outcome.code);
              return;
            }
            setFailure(outcome);
          }}
        >
          {SIGN_IN_TEXT.wechat}
        </Button>
      ) : (
        <Button className={className} onClick={onConsentMissing}>
          {SIGN_IN_TEXT.wechat}
        </Button>
      )}
    </View>
  );
}
