import { Switch, Text, View } from '@tarojs/components';
import { Card } from '../../components/card';
import { LanguageRow } from '../../components/language-row';
import { ListRow } from '../../components/list-row';
import { MattersNotice } from '../../components/matters-notice';
import { PageFrame } from '../../components/page-frame';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { StatusTag } from '../../components/status-tag';
import { usePrivacyConsent } from '../../features/use-privacy-consent';
import { dial } from '../../platform/dial';
import { navigateTo } from '../../platform/navigation';
import { ROUTES } from '../../routes';
import { MINE_TEXT } from '../../text/mine';
import { PRIVACY_TEXT } from '../../text/privacy';
import { setLargeType, useLargeType } from '../../theme/large-type';
import './index.scss';
import { SignOutSheet } from './sign-out-sheet';
import { useMine } from './use-mine';

export default function MinePage() {
  const { load, signOut, matters } = useMine();
  const large = useLargeType();
  const privacy = usePrivacyConsent();
  const { account = null, settings } = load.data ?? {};
  const servicePhone = settings?.servicePhone ?? '';
  const verified = account?.identity ?? null;

  return (
    <PageFrame title={ROUTES.mine.title} refresh={load.reload} tab load={load}>
      <MattersNotice
        matters={load.data?.matters ?? null}
        onObject={() => void matters.object.run()}
        onKeep={() => void matters.keep.run()}
      />
      <ProblemNotice problem={matters.object.problem ?? matters.keep.problem} />
      {account ? (
        <Card>
          <View className="mine__person">
            <Text className="mine__name">{verified?.nameMasked ?? account.phoneMasked}</Text>
            <StatusTag tone={verified ? 'good' : 'neutral'}>
              {verified ? MINE_TEXT.verified : MINE_TEXT.notVerified}
            </StatusTag>
          </View>
          <ListRow label={MINE_TEXT.phone} value={account.phoneMasked} />
          {verified ? (
            <ListRow label={MINE_TEXT.idNumber} value={verified.idNumberMasked} />
          ) : (
            <ListRow label={MINE_TEXT.notVerified} value={MINE_TEXT.notVerifiedHint} />
          )}
          <ListRow
            label={MINE_TEXT.certificates}
            hint={MINE_TEXT.certificatesHint}
            onTap={() => void navigateTo('certificates')}
          />
          <ListRow label={MINE_TEXT.account} hint={MINE_TEXT.accountHint} onTap={() => void navigateTo('profile')} />
        </Card>
      ) : (
        <Card>
          <Text className="mine__signed-out">{MINE_TEXT.signedOut}</Text>
          <PrimaryButton onTap={() => void navigateTo('signIn')}>{MINE_TEXT.signIn}</PrimaryButton>
        </Card>
      )}

      <Card>
        <ListRow
          label={MINE_TEXT.largeType}
          hint={MINE_TEXT.largeTypeHint}
          value={
            <Switch
              checked={large}
              color="#1F5FBF"
              ariaLabel={MINE_TEXT.largeType}
              onChange={(event) => setLargeType(event.detail.value)}
            />
          }
        />
        <LanguageRow />
        <ListRow
          label={MINE_TEXT.checkContract}
          hint={MINE_TEXT.checkContractHint}
          onTap={() => void navigateTo('contractCheck')}
        />
        <ListRow label={MINE_TEXT.servicePhone} value={servicePhone} onTap={() => dial(servicePhone)} />
        <ListRow label={MINE_TEXT.terms} onTap={() => void navigateTo('terms')} />
        {privacy.setting && (
          <ListRow
            label={PRIVACY_TEXT.row}
            hint={privacy.setting.needed ? PRIVACY_TEXT.rowHint : undefined}
            value={privacy.setting.needed ? PRIVACY_TEXT.notYet : PRIVACY_TEXT.agreed}
            onTap={() => void privacy.open()}
          />
        )}
        <ListRow label={MINE_TEXT.staff} onTap={() => void navigateTo('staffSignIn')} />
      </Card>

      {account && (
        <PrimaryButton kind="secondary" onTap={signOut.ask}>
          {MINE_TEXT.signOut}
        </PrimaryButton>
      )}
      {signOut.asking && (
        <SignOutSheet
          pending={signOut.pending}
          problem={signOut.problem}
          onSignOut={signOut.signOut}
          onStay={signOut.stay}
        />
      )}
    </PageFrame>
  );
}
