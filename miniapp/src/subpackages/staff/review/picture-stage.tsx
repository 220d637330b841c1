import type { PictureSpot } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { SpottedPicture, usePictureShape } from '../../../components/spotted-picture';
import { GestureArea } from '../platform/gesture-area';
import type { Gesture } from '../platform/gesture-area-props';
import { STAFF_TEXT } from '../text';
import type { OpenedPhoto } from './order-photo';
import { isTap, type PictureView, placedOf, shifted, spotBetween } from './picture-geometry';

export interface PictureStageProps {
  readonly photo: OpenedPhoto;
  readonly view: PictureView;
  readonly onView: (change: (view: PictureView) => PictureView) => void;
  /** A tap where nothing is marked. */
  readonly onTap: () => void;
  readonly spot: PictureSpot | null;
  /** What is drawn becomes the mark; null: dragging moves the picture. */
  readonly onSpot: ((spot: PictureSpot) => void) | null;
}

/** A picture in a square room: drag to move it, or to mark a spot. */
export function PictureStage({ photo, view, onView, onTap, spot, onSpot }: PictureStageProps) {
  const shape = usePictureShape(photo.src);
  // While a finger draws; while it moves, where the picture was when it went down.
  const [drawn, setDrawn] = useState<PictureSpot | null>(null);
  const [grabbed, setGrabbed] = useState<PictureView | null>(null);
  const room = { widthOverHeight: shape, roomHeightOverWidth: 1 };
  const drawnBy = ({ from, to }: Gesture) => spotBetween(from, to, room, view);

  const move = (gesture: Gesture) => {
    if (onSpot) {
      setDrawn(drawnBy(gesture));
      return;
    }
    const start = grabbed ?? view;
    setGrabbed(start);
    onView(() => shifted(start, gesture.from, gesture.to));
  };
  const end = (gesture: Gesture) => {
    setDrawn(null);
    setGrabbed(null);
    if (onSpot) {
      onSpot(drawnBy(gesture));
    } else if (isTap(gesture.from, gesture.to)) {
      onTap();
    }
  };
  const shown = drawn ?? spot;
  return (
    <View className="picture-stage">
      <Text className="picture-stage__label">{photo.label}</Text>
      <GestureArea
        id={`stage-${photo.fileId}`}
        className={onSpot ? 'picture-stage__room picture-stage__room--marking' : 'picture-stage__room'}
        label={photo.label}
        onMove={move}
        onEnd={end}
        onCancel={() => {
          setDrawn(null);
          setGrabbed(null);
        }}
      >
        {photo.src ? (
          <SpottedPicture
            src={photo.src}
            label={photo.label}
            shape={shape}
            placed={placedOf(view)}
            roomHeightOverWidth={1}
            spots={shown ? [shown] : []}
          />
        ) : (
          <Text className="picture-stage__state">{STAFF_TEXT.opening}</Text>
        )}
      </GestureArea>
    </View>
  );
}
