import { Text, View } from '@tarojs/components';
import { problemSentence } from '../../../../api/problem';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemState } from '../../../../components/problem-state';
import { SignatureSheet } from '../../../../features/ink/signature-sheet';
import { navigateBack, navigateTo } from '../../../../platform/navigation';
import { PageHeader } from '../../../../platform/page-header';
import { StrokeCanvas } from '../../../../platform/stroke-canvas';
import { ROUTES } from '../../../../routes';
import { SIGNATURE_TEXT } from '../../texts-papers';
import { leaveSignature } from './leave-signature';
import { useSignature } from './use-signature';
import './index.scss';

/** Full screen: the phone is turned to the left and written on along its length. */
export default function ApplySignaturePage() {
  const signature = useSignature();
  const { confirm, complaint, canvas, isEmpty } = signature;
  const title = ROUTES.applySignature.title;
  const warning = complaint ?? (confirm.problem && problemSentence(confirm.problem));
  const { problem: loadProblem, data, reload } = signature.frame;
  // The canvases are there from the first moment: WeChat prepares only what exists when the page gets ready,
  // and nothing before them comes or goes, so that they stay what they are.
  return (
    <PageFrame title={title} bare wide>
      <View className="signature">
        <PageHeader title={title} onBack={() => void leaveSignature(signature.orderId)} />
        <View className="signature__stage">
          <View className="signature__paper">
            <View className={isEmpty ? 'signature__guide' : 'signature__guide signature__guide--gone'} aria-hidden>
              <Text>{SIGNATURE_TEXT.guide(signature.nameMasked)}</Text>
            </View>
            <StrokeCanvas
              id="signature-canvas"
              className="signature__canvas"
              label={SIGNATURE_TEXT.canvas}
              {...canvas}
            />
          </View>
          <View className="signature__foot">
            <View className="signature__line">
              {warning ? (
                <View className="signature__warning" role="alert">
                  {warning}
                </View>
              ) : (
                <Text className="signature__turn">{SIGNATURE_TEXT.turn}</Text>
              )}
            </View>
            <View className="signature__buttons">
              <View className="signature__button">
                <PrimaryButton kind="secondary" onTap={signature.clear}>
                  {SIGNATURE_TEXT.clear}
                </PrimaryButton>
              </View>
              <View className="signature__button">
                <PrimaryButton kind="secondary" onTap={signature.undo}>
                  {SIGNATURE_TEXT.undo}
                </PrimaryButton>
              </View>
              <View className="signature__button signature__button--main">
                <PrimaryButton
                  pending={confirm.pending}
                  pendingLabel={SIGNATURE_TEXT.confirming}
                  onTap={() => void confirm.run()}
                >
                  {SIGNATURE_TEXT.confirm}
                </PrimaryButton>
              </View>
            </View>
          </View>
        </View>
        {loadProblem && data === null && (
          <View className="signature__problem">
            <PageHeader title={title} onBack={() => void leaveSignature(signature.orderId)} />
            <ProblemState
              problem={loadProblem}
              onRetry={() => void reload()}
              onSignIn={() => void navigateTo('signIn')}
              onBack={() => void navigateBack()}
            />
          </View>
        )}
        <SignatureSheet id="signature-sheet" label={SIGNATURE_TEXT.canvas} onReady={signature.onSheetReady} />
      </View>
    </PageFrame>
  );
}
