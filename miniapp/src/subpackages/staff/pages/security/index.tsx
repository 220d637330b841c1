import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ROUTES } from '../../../../routes';
import { ChangeList } from '../../changes/change-list';
import { useStaffSession } from '../../desk/use-staff-session';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { FactorField, OwnPasswordField, RecoveryCodes, ScanStep } from './enrol-steps';
import './index.scss';
import { useSecurityPage } from './use-security-page';

type PageState = ReturnType<typeof useSecurityPage>;
/** Below this, new ones should be made. */
const FEW_CODES = 3;

const Begin = ({ form, begin, mustEnrol }: Pick<PageState, 'form' | 'begin'> & { readonly mustEnrol: boolean }) => (
  <>
    <Notice kind={mustEnrol ? 'warning' : 'info'} title={mustEnrol ? TEXT.mustEnrol : TEXT.notEnrolled}>
      {mustEnrol ? TEXT.mustEnrolHint : TEXT.notEnrolledHint}
    </Notice>
    <Card>
      <OwnPasswordField form={form} act={begin} />
      <ProblemNotice problem={begin.problem} />
      <PrimaryButton pending={begin.pending} pendingLabel={TEXT.beginning} onTap={() => void begin.run()}>
        {TEXT.begin}
      </PrimaryButton>
    </Card>
  </>
);

const Enrolled = ({ form, remove, left }: Pick<PageState, 'form' | 'remove'> & { readonly left: number }) => (
  <>
    <Notice kind={left < FEW_CODES ? 'warning' : 'success'} title={`${TEXT.enrolled} · ${TEXT.codesLeft(left)}`}>
      {left < FEW_CODES ? TEXT.fewCodesLeft : null}
    </Notice>
    <Card title={TEXT.removeTitle}>
      <Text className="staff-security__hint">{TEXT.removeHint}</Text>
      <OwnPasswordField form={form} act={remove} />
      <FactorField form={form} act={remove} label={TEXT.secondFactor} hint={TEXT.secondFactorHint} />
      <ProblemNotice problem={remove.problem} />
      <PrimaryButton
        kind="danger"
        pending={remove.pending}
        pendingLabel={TEXT.removing}
        onTap={() => void remove.run()}
      >
        {TEXT.remove}
      </PrimaryButton>
    </Card>
  </>
);

function Content({ load, authenticator, recoveryCodes, ...page }: PageState) {
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
  return factor.enrolled ? (
    <Enrolled {...page} left={factor.recoveryCodesLeft} />
  ) : (
    <Begin {...page} mustEnrol={staff.mustEnrolSecondFactor} />
  );
}

export default function StaffSecurityPage() {
  useStaffSession();
  const page = useSecurityPage();
  return (
    <PageFrame title={ROUTES.staffSecurity.title} load={page.load} signInRoute="staffSignIn">
      <Content {...page} />
      {page.load.data && !page.load.data.staff.mustEnrolSecondFactor && <ChangeList />}
    </PageFrame>
  );
}
