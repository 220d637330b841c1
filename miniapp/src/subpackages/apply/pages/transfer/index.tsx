import type { OwnTransfer } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { redirectTo } from '../../../../platform/navigation';
import { PhotoCanvas } from '../../../../platform/photo-canvas';
import { ROUTES } from '../../../../routes';
import { formatChinaDateTime } from '../../../../text/china-date';
import { StepAction } from '../../order-flow/step-action';
import { TRANSFER_TEXT as TEXT } from '../../texts-transfer';
import { AccountCard } from './account-card';
import './index.scss';
import { SlipCard } from './slip-card';
import { type TransferPage, useTransfer } from './use-transfer';

interface PartProps {
  readonly page: TransferPage;
  readonly transfer: OwnTransfer;
}

/** How the check stands, in one notice. */
function Standing({ transfer }: Pick<PartProps, 'transfer'>) {
  const { offered, state, handedInAt, refusal } = transfer;
  if (!offered) {
    return <Notice title={TEXT.notOffered}>{TEXT.notOfferedHint}</Notice>;
  }
  if (state === 'handed-in') {
    return (
      <Notice kind="warning" title={TEXT.waitingTitle}>
        {TEXT.waiting(handedInAt ? formatChinaDateTime(handedInAt) : '')}
      </Notice>
    );
  }
  return state === 'refused' ? (
    <Notice kind="danger" title={TEXT.refusedTitle}>
      {TEXT.refused(refusal ?? '')}
    </Notice>
  ) : (
    <Text className="pay-transfer__lead">{TEXT.lead}</Text>
  );
}

function Deed({ page, transfer, orderId }: PartProps & { readonly orderId: string }) {
  const { sent, sender, submit, withdraw } = page;
  const { offered, state } = transfer;
  if (!offered) {
    return (
      <BottomBar>
        <PrimaryButton onTap={() => void redirectTo('order', { orderId })}>{TEXT.viewOrder}</PrimaryButton>
      </BottomBar>
    );
  }
  if (state === 'handed-in') {
    return (
      <BottomBar>
        <PrimaryButton
          kind="secondary"
          pending={withdraw.pending}
          pendingLabel={TEXT.withdrawing}
          onTap={() => void withdraw.run()}
        >
          {TEXT.withdraw}
        </PrimaryButton>
        <PrimaryButton onTap={() => void redirectTo('order', { orderId })}>{TEXT.viewOrder}</PrimaryButton>
      </BottomBar>
    );
  }
  return (
    <StepAction
      problem={submit.problem}
      whyDisabled={sent && sender.progress === null ? null : TEXT.slipMissing}
      pending={submit.pending}
      onTap={() => void submit.run()}
    >
      {TEXT.submit}
    </StepAction>
  );
}

/** 银行转账: account and remark code, then the slip; what counts is the money on the account. */
export default function PayTransferPage() {
  return (
    <>
      <PhotoCanvas />
      <Transfer />
    </>
  );
}

function Transfer() {
  const { orderId = '' } = useRouteParams('payTransfer');
  const page = useTransfer(orderId);
  const { data } = page.load;
  return (
    <PageFrame
      title={ROUTES.payTransfer.title}
      load={page.load}
      bottom={data && <Deed page={page} transfer={data} orderId={orderId} />}
    >
      {data && (
        <>
          <Standing transfer={data} />
          <ProblemNotice problem={page.withdraw.problem} />
          <AccountCard transfer={data} />
          {data.offered && data.state !== 'handed-in' && <SlipCard page={page} slipsLeft={data.slipsLeft} />}
        </>
      )}
    </PageFrame>
  );
}
