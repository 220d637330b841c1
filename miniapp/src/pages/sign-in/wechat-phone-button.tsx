import { Button, View } from '@tarojs/components';
import { say } from '../../features/ask';
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
  return (
    <View className="sign-in__wechat">
      {agreed ? (
        <Button
          className={className}
          openType="getPhoneNumber"
          disabled={pending}
          onGetPhoneNumber={({ detail }) => {
            if (detail.code) {
              onPhoneCode(detail.code);
            } else {
              say(SIGN_IN_TEXT.wechatRefused);
            }
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
