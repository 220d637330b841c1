import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PermissionNotice } from '../../../../components/permission-notice';
import { StatusTag } from '../../../../components/status-tag';
import { PhotoCanvas } from '../../../../platform/photo-canvas';
import { ROUTES } from '../../../../routes';
import { OrderSteps } from '../../order-flow/order-steps';
import { StepAction } from '../../order-flow/step-action';
import { PAPERS_TEXT } from '../../texts-papers';
import { CardSlot } from './card-slot';
import { LetterHint } from './letter-hint';
import { CARD_SIDES, isRedone, isSideOpen, marksOfSide, papersGoal, papersMode } from './papers-state';
import { usePapers } from './use-papers';
import './index.scss';

/** ③ 证件照片 */
export default function ApplyPapersPage() {
  return (
    <>
      <PhotoCanvas />
      <Papers />
    </>
  );
}

function Papers() {
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
      problem={goOn.problem}
      whyDisabled={papers.whyNotYet}
      pending={goOn.pending}
      onTap={() => void goOn.run()}
    >
      {PAPERS_TEXT[papersGoal(order)]}
    </StepAction>
  );
  return (
    <PageFrame title={ROUTES.applyPapers.title} load={papers.frame} bottom={action}>
      <OrderSteps current="papers" order={order} />
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
                    <StatusTag tone={isRedone(order, side) ? 'good' : 'attention'}>
                      {isRedone(order, side) ? PAPERS_TEXT.redone : PAPERS_TEXT.redo}
                    </StatusTag>
                  ) : (
                    <StatusTag tone="good">{PAPERS_TEXT.fine}</StatusTag>
                  )}
                </View>
              )}
              <CardSlot
                side={side}
                state={sides[side]}
                isOpen={isSideOpen(order, side)}
                onCamera={() => void papers.openCamera(side)}
                onLook={() => papers.look(side)}
                marks={isRedone(order, side) ? [] : marksOfSide(order, side)}
                reading={order.idCardReading}
              />
            </View>
          ))}
        </View>
      </Card>
      {mode === 'collect' && <LetterHint order={order} />}
    </PageFrame>
  );
}
