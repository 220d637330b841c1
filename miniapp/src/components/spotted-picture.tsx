import type { PictureSpot } from '@acceptance/shared';
import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { type Placed, pictureStyle, spotStyle, WHOLE } from './picture-box';
import './spotted-picture.scss';

/** Of an identity card (85.6 × 54 mm), until the picture's own shape is known. */
const CARD_SHAPE = 85.6 / 54;

/** Width over height of a picture. */
export function usePictureShape(src: string | null): number {
  const [shape, setShape] = useState(CARD_SHAPE);
  useEffect(() => {
    let isGone = false;
    if (src) {
      void Taro.getImageInfo({ src })
        .then(({ width, height }) => !isGone && width > 0 && height > 0 && setShape(width / height))
        // It will not be shown either.
        .catch(() => undefined);
    }
    return () => {
      isGone = true;
    };
  }, [src]);
  return shape;
}

export interface SpottedPictureProps {
  readonly src: string;
  readonly label: string;
  /** Its width over its height: `usePictureShape`. */
  readonly shape: number;
  readonly placed?: Placed;
  readonly roomHeightOverWidth: number;
  readonly spots: readonly PictureSpot[];
  readonly onShown?: () => void;
}

/** A picture with the spots that are marked on it; they turn and grow with it. */
export const SpottedPicture = ({
  src,
  label,
  shape,
  placed = WHOLE,
  roomHeightOverWidth,
  spots,
  onShown,
}: SpottedPictureProps) => (
  <View className="spotted-picture" style={pictureStyle({ widthOverHeight: shape, roomHeightOverWidth }, placed)}>
    <Image className="spotted-picture__image" src={src} mode="scaleToFill" ariaLabel={label} onLoad={onShown} />
    {spots.map((spot) => (
      <View key={JSON.stringify(spot)} className="spotted-picture__spot" style={spotStyle(spot)} />
    ))}
  </View>
);
