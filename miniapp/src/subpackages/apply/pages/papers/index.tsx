import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PermissionNotice } from '../../../../components/permission-notice';
import { StatusTag } from '../../../../components/status-tag';
import { StepsBar } from '../../../../components/steps-bar';
import { ROUTES } from '../../../../routes';
import { StepAction } from '../../order-flow/step-action';
import { PAPERS_TEXT } from '../../texts-papers';
import { CardCamera } from './card-camera';
import { CardSlot } from './card-slot';
import { CARD_SIDES, isSideOpen, marksOfSide, type PapersMode, papersMode } from './papers-state';
import { SignatureCard } from './signature-card';
import { usePapers } from './use-papers';
import './index.scss';

const BUTTONS = { collect: 'submit', redo: 'toConfirm', signed: 'toSealed' } as const satisfies Record<
  PapersMode,
  string
>;

/** ③ 证件与签名 */
export default function ApplyPapersPage() {
  const papers = usePapers();
  const { order, sides, goOn } = papers;
  if (!order) {
    return <PageFrame title={ROUTES.applyPapers.title} load={papers.frame} />;
  }
  const mode = papersMode(order);
  const isMarked = CARD_SIDES.some((side) => marksOfSide(order, side).length > 0);
  const refused = sides.front.refusal ? sides.front : sides.back;
  const action = (
    <StepAction
      note={mode === 'collect' && !papers.whyNotYet ? PAPERS_TEXT.submitNote : null}
      problem={goOn.problem}
      whyDisabled={papers.whyNotYet}
      pending={goOn.pending}
      pendingLabel={PAPERS_TEXT.submitting}
      onTap={() => void goOn.run()}
    >
      {PAPERS_TEXT[BUTTONS[mode]]}
    </StepAction>
  );
  return (
    <PageFrame title={ROUTES.applyPapers.title} load={papers.frame} bottom={action}>
      <StepsBar current="papers" reached={order.currentStep} />
      {mode === 'signed' && <Notice>{PAPERS_TEXT.signed}</Notice>}
      {mode === 'redo' && <Notice kind="warning">{isMarked ? PAPERS_TEXT.returned : PAPERS_TEXT.nothingMarked}</Notice>}
      {papers.isUnseen && (
        <Notice
          kind="warning"
          title={PAPERS_TEXT.unseen}
          action={{ label: PAPERS_TEXT.fetchAgain, onTap: papers.fetchAgain }}
        >
          {PAPERS_TEXT.unseenKept}
        </Notice>
      )}
      <PermissionNotice refusal={refused.refusal} onReconsidered={refused.reconsidered} />
      <Card title={PAPERS_TEXT.cards}>
        {mode !== 'signed' && <Text className="papers__hint">{PAPERS_TEXT.cardsHint}</Text>}
        <View className="papers__sides">
          {CARD_SIDES.map((side) => (
            <View key={side} className="papers__side">
              {mode === 'redo' && (
                <View className="papers__verdict">
                  {isSideOpen(order, side) ? (
                    <StatusTag tone="attention">{PAPERS_TEXT.redo}</StatusTag>
                  ) : (
                    <StatusTag tone="good">{PAPERS_TEXT.fine}</StatusTag>
                  )}
                </View>
              )}
              <CardSlot
                side={side}
                state={sides[side]}
                isOpen={isSideOpen(order, side)}
                onCamera={() => void papers.camera.open(side)}
                marks={marksOfSide(order, side)}
              />
            </View>
          ))}
        </View>
      </Card>
      {papers.camera.side && (
        <CardCamera
          key={papers.camera.side}
          side={papers.camera.side}
          onUse={papers.camera.use}
          onAlbum={papers.camera.album}
          onClose={papers.camera.close}
          onFailed={papers.camera.fail}
        />
      )}
      <SignatureCard
        isConfirmed={order.signature !== null}
        picture={papers.signaturePicture}
        onOpen={mode === 'collect' ? papers.openSignature : null}
      />
    </PageFrame>
  );
}
