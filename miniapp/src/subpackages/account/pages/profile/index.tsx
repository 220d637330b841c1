import type { AccountView, ProfileNumbers, ProfileView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { formatChinaDate } from '../../../../text/china-date';
import { ACCOUNT_TEXT } from '../../text';
import './index.scss';
import { useProfilePage } from './use-profile-page';

const Identity = ({ identity }: Pick<AccountView, 'identity'>) =>
  identity ? (
    <Card title={ACCOUNT_TEXT.identity} aside={<StatusTag tone="good">{ACCOUNT_TEXT.verified}</StatusTag>}>
      <ListRow label={ACCOUNT_TEXT.name} value={identity.nameMasked} />
      <ListRow label={ACCOUNT_TEXT.idNumber} value={identity.idNumberMasked} />
      <ListRow label={ACCOUNT_TEXT.verifiedAt} value={formatChinaDate(identity.verifiedAt)} />
    </Card>
  ) : (
    <Notice
      kind="info"
      title={ACCOUNT_TEXT.notVerified}
      action={{ label: ACCOUNT_TEXT.verify, onTap: () => void navigateTo('applyIdentity', {}) }}
    >
      {ACCOUNT_TEXT.notVerifiedHint}
    </Notice>
  );

const emailWords = (email: ProfileView['email']): string => {
  if (!email) {
    return ACCOUNT_TEXT.noEmail;
  }
  return email.confirmed ? email.masked : ACCOUNT_TEXT.unconfirmed;
};

const SignIn = ({ profile, wechatBound }: { readonly profile: ProfileView; readonly wechatBound: boolean }) => (
  <Card title={ACCOUNT_TEXT.signIn}>
    <ListRow label={ACCOUNT_TEXT.email} value={emailWords(profile.email)} onTap={() => void navigateTo('email')} />
    <ListRow
      label={ACCOUNT_TEXT.password}
      value={profile.hasPassword ? ACCOUNT_TEXT.passwordSet : ACCOUNT_TEXT.passwordNone}
      onTap={() => void navigateTo('password')}
    />
    <ListRow label={ACCOUNT_TEXT.devices} onTap={() => void navigateTo('sessions')} />
    <ListRow label={ACCOUNT_TEXT.wechat} value={wechatBound ? ACCOUNT_TEXT.bound : ACCOUNT_TEXT.notBound} />
  </Card>
);

function unitCode({ unit }: ProfileView, numbers: ProfileNumbers | null): string {
  return numbers?.unifiedSocialCreditCode ?? unit?.unifiedSocialCreditCodeMasked ?? '';
}

export default function ProfilePage() {
  const { load, numbers, showNumbers } = useProfilePage();
  const { account, profile } = load.data ?? {};
  return (
    <PageFrame title={ROUTES.profile.title} load={load}>
      {account && profile && (
        <>
          <Card title={ACCOUNT_TEXT.account}>
            <ListRow label={ACCOUNT_TEXT.phone} value={numbers?.phone ?? profile.phoneMasked} />
            {profile.unit && (
              <>
                <ListRow label={ACCOUNT_TEXT.unitName} value={profile.unit.name} />
                <ListRow label={ACCOUNT_TEXT.unitCode} value={unitCode(profile, numbers)} />
              </>
            )}
            <ProblemNotice problem={showNumbers.problem} />
            <PrimaryButton
              kind="plain"
              pending={showNumbers.pending}
              pendingLabel={ACCOUNT_TEXT.showing}
              onTap={() => void showNumbers.run()}
            >
              {numbers ? ACCOUNT_TEXT.hideNumbers : ACCOUNT_TEXT.showNumbers}
            </PrimaryButton>
          </Card>
          <SignIn profile={profile} wechatBound={account.wechatBound} />
          <Identity identity={account.identity} />
          <Card>
            <ListRow
              label={ROUTES.changePhone.title}
              hint={ACCOUNT_TEXT.changePhoneHint}
              onTap={() => void navigateTo('changePhone')}
            />
            <ListRow
              label={ROUTES.myData.title}
              hint={ACCOUNT_TEXT.myDataHint}
              onTap={() => void navigateTo('myData')}
            />
            <ListRow label={ROUTES.looks.title} hint={ACCOUNT_TEXT.looksHint} onTap={() => void navigateTo('looks')} />
          </Card>
          <Card title={ACCOUNT_TEXT.protection}>
            <Text className="profile__protection">{ACCOUNT_TEXT.protectionText}</Text>
          </Card>
          <Text className="profile__wrong">{ACCOUNT_TEXT.wrong}</Text>
        </>
      )}
    </PageFrame>
  );
}
