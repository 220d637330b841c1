import { View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatChinaDateTime } from '../../../../text/china-date';
import { useStaffSession } from '../../desk/use-staff-session';
import { DELIVERY_HOLD_LABELS } from '../../labels';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import { CodeCard } from './code-card';
import './index.scss';
import { SignaturePad } from './signature-pad';
import { type PickUp, usePickUp } from './use-pick-up';
import { HolderCard, VisitorCard } from './visitor-card';

interface PartProps {
  readonly page: PickUp;
}

/** Why nothing can be handed over for this code, if so. */
function whyNot({ voucher }: PickUp): string | null {
  if (voucher?.collectedAt) {
    return TEXT.already(formatChinaDateTime(voucher.collectedAt));
  }
  return voucher?.hold ? DELIVERY_HOLD_LABELS[voucher.hold] : null;
}

function Facts({ page }: PartProps) {
  const { voucher, handed, startAgain } = page;
  if (handed) {
    return (
      <>
        <Notice kind="success" title={TEXT.handed(handed.orderNumber)}>
          {TEXT.handedNote}
        </Notice>
        <PrimaryButton onTap={startAgain}>{TEXT.next}</PrimaryButton>
      </>
    );
  }
  if (!voucher) {
    return <CodeCard page={page} />;
  }
  const reason = whyNot(page);
  return (
    <>
      {reason && (
        <Notice kind="danger" action={{ label: TEXT.otherCode, onTap: startAgain }}>
          {reason}
        </Notice>
      )}
      <HolderCard voucher={voucher} />
      {!reason && <VisitorCard page={page} />}
    </>
  );
}

/** 现场领取: a code, a document, a signature, and the UKey is handed over. */
export default function StaffPickUpPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = usePickUp();
  const { voucher, handed, handOver, startAgain } = page;
  const isSigning = voucher !== null && handed === null && whyNot(page) === null;
  // Facts come in a box of their own, so that the canvases below stay what they are.
  return (
    <DeskFrame route="staffPickUp" wide={wide}>
      <View className="staff-pick-up">
        <View>
          <Facts page={page} />
        </View>
        <SignaturePad page={page} isAway={!isSigning} />
        {isSigning && (
          <View className="staff-pick-up__deeds">
            <ProblemNotice problem={handOver.problem} />
            <PrimaryButton pending={handOver.pending} pendingLabel={TEXT.handing} onTap={() => void handOver.run()}>
              {TEXT.handOver}
            </PrimaryButton>
            <PrimaryButton kind="plain" onTap={startAgain}>
              {TEXT.otherCode}
            </PrimaryButton>
          </View>
        )}
      </View>
    </DeskFrame>
  );
}
