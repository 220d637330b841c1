import { Button, Text, View } from '@tarojs/components';
import { FOCUSABLE } from '../../platform/keyboard';
import { navigateTo } from '../../platform/navigation';
import { privacyInterfaceOf } from '../../platform/privacy-apis';
import { openPrivacyGuideline, privacyGate } from '../../platform/privacy-consent';
import { PRIVACY_TEXT, privacyUse } from '../../text/privacy';
import { PrimaryButton } from '../primary-button';
import './index.scss';
import { usePrivacyRequest } from './use-privacy-request';

/** WeChat looks for a real tap on the button with this id before it lets the paused call go on. */
const AGREE_ID = 'privacy-agree';

const Link = ({ children, onTap }: { readonly children: string; readonly onTap: () => void }) => (
  <Text className="privacy-sheet__link" {...{ role: 'link', ...FOCUSABLE }} onClick={onTap}>
    {children}
  </Text>
);

/** Stands in every page: asks for the privacy consent when WeChat has paused a call for it. */
export function PrivacySheet() {
  const request = usePrivacyRequest();
  if (!request) {
    return null;
  }
  const declared = privacyInterfaceOf(request.referrer);
  const used = declared && privacyUse(declared);
  const dialog = { role: 'dialog', 'aria-modal': true, 'aria-label': PRIVACY_TEXT.title };
  return (
    <View className="privacy-sheet" catchMove>
      <View className="privacy-sheet__panel" {...dialog}>
        <Text className="privacy-sheet__title">{PRIVACY_TEXT.title}</Text>
        <Text className="privacy-sheet__text">
          {used ? PRIVACY_TEXT.purposeOf(used.information, used.purpose) : PRIVACY_TEXT.purposeOfAll}
        </Text>
        <Text className="privacy-sheet__text">{PRIVACY_TEXT.onlyThen}</Text>
        <View className="privacy-sheet__links">
          <Link onTap={() => void openPrivacyGuideline()}>{PRIVACY_TEXT.guideline}</Link>
          <Link onTap={() => void navigateTo('terms')}>{PRIVACY_TEXT.policy}</Link>
        </View>
        {/* Not a PrimaryButton: its tap must reach WeChat's own button. */}
        <Button
          id={AGREE_ID}
          className="primary-button primary-button--primary"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => privacyGate.agree(AGREE_ID)}
        >
          {PRIVACY_TEXT.agree}
        </Button>
        <PrimaryButton kind="plain" onTap={privacyGate.refuse}>
          {PRIVACY_TEXT.refuse}
        </PrimaryButton>
      </View>
    </View>
  );
}
