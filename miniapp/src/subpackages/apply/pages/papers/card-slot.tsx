import type { IdCardReadingView, ReviewMark } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { problemSentence } from '../../../../api/problem';
import { PhotoThumb } from '../../../../components/photo-thumb';
import { PrimaryButton } from '../../../../components/primary-button';
import { describeReviewMark } from '../../../../text/labels';
import { spotsOn } from '../../paper/spots-on';
import { CARD_READING_TEXT, PAPERS_TEXT, PHOTO_TEXT } from '../../texts-papers';
import { CardReading } from './card-reading';
import { mayBeKept } from './card-words';
import type { CardSide } from './papers-state';
import type { CardSideState } from './use-card-side';

export interface CardSlotProps {
  readonly side: CardSide;
  readonly state: CardSideState;
  /** Whether a photo may be taken now. */
  readonly isOpen: boolean;
  readonly onCamera: () => void;
  readonly onLook: () => void;
  readonly marks: readonly ReviewMark[];
  readonly reading: IdCardReadingView;
}

/** One side of the ID card with the two ways to a photo. */
export function CardSlot({ side, state, isOpen, onCamera, onLook, marks, reading }: CardSlotProps) {
  const label = PAPERS_TEXT.sideLabels[side];
  const canTake = isOpen && state.progress === null;
  const isStuck = state.problem?.kind === 'offline' && state.photo !== null;
  const isKeepable = state.problem !== null && mayBeKept(state.problem.code) && state.photo !== null;
  // While another photo is on its way or was refused, what stands there is not about it.
  const isReadingShown = state.photo === null;
  const cameraLabel = state.src ? PHOTO_TEXT.again : PHOTO_TEXT.camera;
  // What is there is looked at; the way to another photo is there and below.
  const isStoredShown = state.src !== null && state.photo === null;
  const tap = isStoredShown ? onLook : canTake && !state.src ? onCamera : undefined;
  return (
    <View className="card-slot">
      <PhotoThumb
        label={PAPERS_TEXT[side]}
        src={state.src}
        spots={state.photo ? [] : spotsOn(marks, state.stored?.id ?? null)}
        progress={state.progress}
        error={state.problem && problemSentence(state.problem)}
        onTap={tap}
        tap="look"
      />
      {marks.map((mark) => (
        <Text key={mark.reason} className="card-slot__mark">
          {describeReviewMark(mark, { attachments: [] })}
        </Text>
      ))}
      {isReadingShown && <CardReading side={side} reading={reading} />}
      {canTake && (
        <View className="card-slot__ways">
          {isStuck && (
            <PrimaryButton label={PHOTO_TEXT.ofPhoto(PHOTO_TEXT.retry, label)} onTap={() => void state.retry()}>
              {PHOTO_TEXT.retry}
            </PrimaryButton>
          )}
          {isKeepable && (
            <PrimaryButton
              kind="secondary"
              label={PHOTO_TEXT.ofPhoto(CARD_READING_TEXT.keep, label)}
              onTap={() => void state.keep()}
            >
              {CARD_READING_TEXT.keep}
            </PrimaryButton>
          )}
          <PrimaryButton kind="secondary" label={`${cameraLabel}${label}`} onTap={onCamera}>
            {cameraLabel}
          </PrimaryButton>
          <PrimaryButton
            kind="plain"
            label={PHOTO_TEXT.ofPhoto(PHOTO_TEXT.album, label)}
            onTap={() => void state.choose('album')}
          >
            {PHOTO_TEXT.album}
          </PrimaryButton>
        </View>
      )}
    </View>
  );
}
