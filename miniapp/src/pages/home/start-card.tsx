import { Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../components/primary-button';
import { navigateTo } from '../../platform/navigation';
import { HOME_TEXT } from '../../text/home';

/** For a person without an open application. */
export function StartCard({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <View className="home__next home__next--mine">
      <Text className="home__next-title">{HOME_TEXT.startTitle}</Text>
      <Text className="home__next-hint">{HOME_TEXT.startHint}</Text>
      <View className="home__next-gap" />
      <PrimaryButton onTap={() => void (signedIn ? navigateTo('applyStart') : navigateTo('signIn'))}>
        {signedIn ? HOME_TEXT.start : HOME_TEXT.signIn}
      </PrimaryButton>
    </View>
  );
}
