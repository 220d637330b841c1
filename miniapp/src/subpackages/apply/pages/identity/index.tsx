import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { PageFrame } from '../../../../components/page-frame';
import { StatusTag } from '../../../../components/status-tag';
import { StepsBar } from '../../../../components/steps-bar';
import { useCallService } from '../../../../features/call-service';
import { useRouteParams } from '../../../../features/use-route-params';
import { ROUTES } from '../../../../routes';
import { formatChinaDate } from '../../../../text/china-date';
import { StepAction } from '../../order-flow/step-action';
import { IDENTITY_TEXT } from '../../text';
import { IdentityForm } from './identity-form';
import { useIdentity } from './use-identity';
import './index.scss';

/** Step ①: who is applying. */
export default function ApplyIdentityPage() {
  const { orderId } = useRouteParams('applyIdentity');
  const identity = useIdentity(orderId);
  const { account, order, verify, goOnFromHere } = identity;
  const callService = useCallService(verify.problem);
  const verified = account.data?.identity ?? null;

  const action = verified ? (
    <StepAction
      problem={goOnFromHere.problem}
      pending={goOnFromHere.pending}
      pendingLabel={IDENTITY_TEXT.goingOn}
      onTap={() => void goOnFromHere.run()}
    >
      {orderId ? IDENTITY_TEXT.goOn : IDENTITY_TEXT.done}
    </StepAction>
  ) : (
    <StepAction
      problem={verify.problem}
      problemAction={callService}
      pending={verify.pending}
      pendingLabel={IDENTITY_TEXT.verifying}
      onTap={identity.submit}
    >
      {IDENTITY_TEXT.verify}
    </StepAction>
  );

  return (
    <PageFrame title={ROUTES.applyIdentity.title} load={account} bottom={action}>
      {orderId && <StepsBar current="identity" reached={order.data?.currentStep} />}
      {verified && (
        <Card
          title={IDENTITY_TEXT.verifiedTitle}
          aside={<StatusTag tone="good">{IDENTITY_TEXT.verifiedTag}</StatusTag>}
        >
          <ListRow label={IDENTITY_TEXT.labels.name} value={verified.nameMasked} />
          <ListRow label={IDENTITY_TEXT.labels.idNumber} value={verified.idNumberMasked} />
          <ListRow label={IDENTITY_TEXT.verifiedOn} value={formatChinaDate(verified.verifiedAt)} />
        </Card>
      )}
      {account.data && !verified && <IdentityForm identity={identity} phoneMasked={account.data.phoneMasked} />}
    </PageFrame>
  );
}
