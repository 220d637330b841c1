import { Text, View } from '@tarojs/components';
import { ConsentTick } from '../../components/consent-tick';
import { FOCUSABLE } from '../../platform/keyboard';
import { navigateTo } from '../../platform/navigation';
import { SIGN_IN_TEXT as TEXT } from '../../text/sign-in';
import './sign-in.scss';
import type { Consent } from './use-consent';

/** The tick that stands above the button of every way to sign in; the whole sentence ticks, the link stands below it. */
export const TermsTick = ({ consent }: { readonly consent: Consent }) => (
  <View>
    <ConsentTick label={TEXT.agreeLabel} ticked={consent.agreed} error={consent.error} onChange={consent.change}>
      <Text>{TEXT.agree}</Text>
    </ConsentTick>
    <View className="sign-in__link" {...{ role: 'link', ...FOCUSABLE }} onClick={() => void navigateTo('terms')}>
      {TEXT.readTerms}
    </View>
  </View>
);
