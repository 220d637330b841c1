import { Text, View } from '@tarojs/components';
import { Segments } from '../../components/segments';
import { SIGN_IN_TEXT as TEXT } from '../../text/sign-in';
import './sign-in.scss';

export type SignInWay = 'code' | 'password' | 'certificate';

interface SignInWaysProps {
  readonly way: SignInWay;
  readonly onChange: (way: SignInWay) => void;
}

const leadOf = (way: SignInWay): string =>
  ({ code: TEXT.lead, password: TEXT.passwordLead, certificate: TEXT.certificateLead })[way];

/** The head of every way to sign in. The third is a page of its own, with what keys need; it looks like one page with them. */
export const SignInWays = ({ way, onChange }: SignInWaysProps) => (
  <>
    <View className="sign-in__lead">
      <Text className="sign-in__title">{TEXT.title}</Text>
      <Text className="sign-in__sentence">{leadOf(way)}</Text>
    </View>
    <Segments
      label={TEXT.ways}
      segments={[
        { value: 'code', label: TEXT.byCode },
        { value: 'password', label: TEXT.byPassword },
        { value: 'certificate', label: TEXT.byCertificate },
      ]}
      value={way}
      onChange={onChange}
    />
  </>
);
