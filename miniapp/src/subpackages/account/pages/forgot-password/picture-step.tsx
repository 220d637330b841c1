import { View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PictureField } from '../../../../components/picture-field';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { SECURITY_TEXT } from '../../texts-security';
import type { useForgotPassword } from './use-forgot-password';

/** The number and the characters of a picture, against a code. */
export function PictureStep({ form, picture, sendCode, anotherPicture }: ReturnType<typeof useForgotPassword>) {
  const { problem } = sendCode;
  const accountWrong = form.errorOf('account', problem);
  const pictureWrong =
    problem?.code === 'auth.picture_wrong' && !form.values.pictureAnswer
      ? problem.message
      : form.errorOf('pictureAnswer', problem);
  const submit = () => void sendCode.run();
  return (
    <>
      <TextField
        label={SECURITY_TEXT.account}
        kind="account"
        autoFill="username"
        maxLength={100}
        placeholder={SECURITY_TEXT.accountPlaceholder}
        value={form.values.account}
        onChange={(account) => form.change('account', account)}
        onLeave={() => form.leave('account')}
        error={accountWrong}
      />
      <PictureField
        image={picture.data?.image ?? ''}
        value={form.values.pictureAnswer}
        onChange={(answer) => form.change('pictureAnswer', answer)}
        onAnother={() => void anotherPicture()}
        onConfirm={submit}
        error={pictureWrong}
      />
      <ProblemNotice
        problem={problem && problem.fields.length === 0 && problem.code !== 'auth.picture_wrong' ? problem : null}
      />
      <PrimaryButton pending={sendCode.pending} pendingLabel={SECURITY_TEXT.sending} onTap={submit}>
        {SECURITY_TEXT.sendCode}
      </PrimaryButton>
      <View className="forgot-password__help">
        <Notice
          title={SECURITY_TEXT.cannotSee}
          action={{ label: SECURITY_TEXT.useCode, onTap: () => void navigateTo('signIn') }}
        >
          {SECURITY_TEXT.cannotSeeHint}
        </Notice>
        <View className="forgot-password__gone">
          <TextLink onTap={() => void navigateTo('changePhone')}>{SECURITY_TEXT.numberGone}</TextLink>
        </View>
      </View>
    </>
  );
}
