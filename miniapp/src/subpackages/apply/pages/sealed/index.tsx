import { View } from '@tarojs/components';
import { ConsentTick } from '../../../../components/consent-tick';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { TroubleNotices } from '../../../../features/trouble-notices';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { goOn } from '../../order-flow/go-on';
import { OrderSteps } from '../../order-flow/order-steps';
import { StepAction } from '../../order-flow/step-action';
import { SEALED_TEXT } from '../../text';
import { RenewalOffer } from './renewal-offer';
import { SealedCard } from './sealed-card';
import { SealingCard } from './sealing-card';
import { useSealed } from './use-sealed';
import './index.scss';

type Sealed = ReturnType<typeof useSealed>;

const FAILED = ['contract-failed'] as const;

/** Opening comes first; once opened, confirming is the thing to do. */
function SealedAction({ sealed }: { readonly sealed: Sealed }) {
  const { order, sealing, failed, wait, acknowledged, opened, ticked, pdf, open, confirm } = sealed;
  if (failed) {
    return <StepAction onTap={() => void navigateTo('home')}>{SEALED_TEXT.leave}</StepAction>;
  }
  if (sealing) {
    return wait.slow ? <StepAction onTap={() => void navigateTo('home')}>{SEALED_TEXT.leave}</StepAction> : null;
  }
  if (order && acknowledged) {
    return <StepAction onTap={() => void goOn(order)}>{SEALED_TEXT.goOn}</StepAction>;
  }
  if (!opened && !pdf.data && !pdf.loading) {
    return (
      <StepAction problem={pdf.problem} onTap={() => void pdf.reload()}>
        {SEALED_TEXT.fetchAgain}
      </StepAction>
    );
  }
  if (!opened) {
    return (
      <StepAction
        problem={open.problem}
        pending={!pdf.data}
        pendingLabel={SEALED_TEXT.fetching}
        onTap={() => void open.run()}
      >
        {SEALED_TEXT.open}
      </StepAction>
    );
  }
  return (
    <StepAction
      problem={confirm.problem}
      pending={confirm.pending}
      pendingLabel={SEALED_TEXT.confirming}
      whyDisabled={ticked ? null : SEALED_TEXT.tickFirst}
      onTap={() => void confirm.run()}
    >
      {SEALED_TEXT.confirm}
    </StepAction>
  );
}

function SealedContent({ sealed }: { readonly sealed: Sealed }) {
  const { contract, acknowledged, opened, pdf, open, blocked } = sealed;
  if (!contract) {
    return null;
  }
  return (
    <>
      <SealedCard contract={contract} />
      {blocked && (
        <Notice kind="warning" title={SEALED_TEXT.blockedTitle}>
          {SEALED_TEXT.blocked}
        </Notice>
      )}
      {(opened || acknowledged) && pdf.data && (
        <View className="apply-sealed__again">
          <PrimaryButton kind="secondary" pending={open.pending} onTap={() => void open.run()}>
            {SEALED_TEXT.openAgain}
          </PrimaryButton>
        </View>
      )}
      {!acknowledged && (
        <View className={opened ? 'apply-sealed__tick' : 'apply-sealed__tick apply-sealed__tick--locked'}>
          <ConsentTick
            label={SEALED_TEXT.tick}
            ticked={sealed.ticked}
            onChange={sealed.tick}
            error={sealed.tickedTooEarly ? SEALED_TEXT.tooEarly : null}
          >
            {SEALED_TEXT.tick}
          </ConsentTick>
        </View>
      )}
    </>
  );
}

/** Step ④: the contract with signature and seal is looked at and acknowledged. */
export default function ApplySealedPage() {
  const { orderId = '' } = useRouteParams('applySealed');
  const sealed = useSealed(orderId);

  return (
    <PageFrame title={ROUTES.applySealed.title} load={sealed.frame} bottom={<SealedAction sealed={sealed} />}>
      <OrderSteps current="sealed" order={sealed.order} />
      {sealed.sealing && <SealingCard wait={sealed.wait} />}
      {sealed.failed && <TroubleNotices troubles={FAILED} />}
      <SealedContent sealed={sealed} />
      {sealed.order && <RenewalOffer order={sealed.order} />}
    </PageFrame>
  );
}
