import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ChangeList } from '../../changes/change-list';
import { ProofFields } from '../../desk/proof-fields';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { RecoveryCodes, ScanStep } from './enrol-steps';
import { FactorCertificates } from './factor-certificates';
import './index.scss';
import { useSecurityPage } from './use-security-page';

type PageState = ReturnType<typeof useSecurityPage>;
/** Below this, new ones should be made. */
const FEW_CODES = 3;

const Begin = ({
  form,
  factor,
  begin,
  mustEnrol,
}: Pick<PageState, 'form' | 'factor' | 'begin'> & { readonly mustEnrol: boolean }) => (
  <>
    <Notice kind={mustEnrol ? 'warning' : 'info'} title={mustEnrol ? TEXT.mustEnrol : TEXT.notEnrolled}>
      {mustEnrol ? TEXT.mustEnrolHint : TEXT.notEnrolledHint}
    </Notice>
    <Card>
      <ProofFields form={form} factor={factor} problem={begin.problem} />
      <ProblemNotice problem={begin.problem} />
      <PrimaryButton pending={begin.pending} pendingLabel={TEXT.beginning} onTap={() => void begin.run()}>
        {TEXT.begin}
      </PrimaryButton>
    </Card>
  </>
);

const Removal = ({ form, factor, remove, turnTo }: PageState) => (
  <>
    <ProofFields form={form} factor={factor} problem={remove.problem} />
    <ProblemNotice problem={remove.problem} />
    <View className="staff-security__deeds">
      <PrimaryButton
        small
        kind="danger"
        pending={remove.pending}
        pendingLabel={TEXT.removing}
        onTap={() => void remove.run()}
      >
        {TEXT.remove}
      </PrimaryButton>
      <PrimaryButton small kind="plain" onTap={() => turnTo(null)}>
        {TEXT.cancel}
      </PrimaryButton>
    </View>
  </>
);

const Enrolled = ({ left, ...page }: PageState & { readonly left: number }) => (
  <>
    <Notice kind={left < FEW_CODES ? 'warning' : 'success'} title={`${TEXT.enrolled} · ${TEXT.codesLeft(left)}`}>
      {left < FEW_CODES ? TEXT.fewCodesLeft : null}
    </Notice>
    <Card title={TEXT.removeTitle}>
      <Text className="staff-security__hint">{TEXT.removeHint}</Text>
      {page.doing?.deed === 'remove' ? (
        <Removal {...page} />
      ) : (
        <PrimaryButton kind="secondary" onTap={() => page.turnTo({ deed: 'remove' })}>
          {TEXT.remove}
        </PrimaryButton>
      )}
    </Card>
  </>
);

function Content({ onAsked, ...page }: PageState & { readonly onAsked: () => void }) {
  const { load, authenticator, recoveryCodes, doing, turnTo } = page;
  if (recoveryCodes) {
    return <RecoveryCodes codes={recoveryCodes} />;
  }
  if (authenticator) {
    return <ScanStep {...page} secret={authenticator.secret} address={authenticator.otpauthUrl} />;
  }
  if (!load.data) {
    return null;
  }
  const { staff, factor } = load.data;
  const onChange = async () => {
    onAsked();
    await load.reload();
  };
  return (
    <>
      {factor.enrolled ? (
        <Enrolled {...page} left={factor.recoveryCodesLeft} />
      ) : (
        doing === null && <Begin {...page} mustEnrol={staff.mustEnrolSecondFactor} />
      )}
      {!staff.mustEnrolSecondFactor && (
        <FactorCertificates state={factor} doing={doing} turnTo={turnTo} onChange={onChange} />
      )}
    </>
  );
}

export default function StaffSecurityPage() {
  useStaffSession();
  const page = useSecurityPage();
  // What was just asked for is to be seen below at once.
  const [asked, setAsked] = useState(0);
  return (
    <DeskFrame route="staffSecurity" load={page.load}>
      <Content {...page} onAsked={() => setAsked((count) => count + 1)} />
      {page.load.data && !page.load.data.staff.mustEnrolSecondFactor && <ChangeList key={asked} />}
    </DeskFrame>
  );
}
