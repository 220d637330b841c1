import type { FileView, PictureSpot } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useContext, useState } from 'react';
import { problemSentence } from '../../../api/problem';
import { SpottedPicture, usePictureShape } from '../../../components/spotted-picture';
import { StatusTag } from '../../../components/status-tag';
import type { Load } from '../../../features/use-load';
import { STAFF_TEXT } from '../text';
import './order-photo.scss';
import { PhotoShown } from './photos-seen';
import { placedOf, turned, UPRIGHT } from './picture-geometry';
import { useOrderFile } from './use-order-file';

/** A photo as it is enlarged. */
export interface OpenedPhoto {
  readonly fileId: string;
  readonly label: string;
  /** Null: it is still on its way. */
  readonly src: string | null;
}

interface PhotoProps {
  readonly label: string;
  readonly file: FileView | null;
  /** What is wrong with it, from the marks. */
  readonly mark?: string | null;
  /** Where it is marked. */
  readonly spot?: PictureSpot | null;
  readonly shape?: 'card' | 'wide';
  readonly onZoom: (photo: OpenedPhoto) => void;
}

const HEIGHT_OVER_WIDTH = { card: 0.63, wide: 0.4 } as const;

export interface FramedPhotoProps extends PhotoProps {
  /** Where its bytes come from. */
  readonly picture: Load<string | null>;
  /** It is there to be seen. */
  readonly onShown?: () => void;
}

/** One picture: turn it here, tap it to enlarge. */
export function FramedPhoto(props: FramedPhotoProps) {
  const { picture, label, file, mark, spot = null, shape = 'card', onZoom, onShown } = props;
  const [view, setView] = useState(UPRIGHT);
  const src = picture.data;
  const pictureShape = usePictureShape(src);
  return (
    <View className={mark ? 'order-photo order-photo--marked' : 'order-photo'}>
      <View className="order-photo__head">
        <Text className="order-photo__label">{label}</Text>
        {mark && <StatusTag tone="bad">{mark}</StatusTag>}
        {src && (
          <View
            className="order-photo__turn"
            role="button"
            aria-label={STAFF_TEXT.rotateLabel(label)}
            onClick={() => setView(turned)}
          >
            <Text>{STAFF_TEXT.rotate}</Text>
          </View>
        )}
      </View>
      <View className={`order-photo__frame order-photo__frame--${shape}`}>
        {src && file && (
          <View
            className="order-photo__open"
            role="button"
            aria-label={STAFF_TEXT.zoomLabel(label)}
            onClick={() => onZoom({ fileId: file.id, label, src })}
          >
            <SpottedPicture
              src={src}
              label={label}
              shape={pictureShape}
              placed={placedOf(view)}
              roomHeightOverWidth={HEIGHT_OVER_WIDTH[shape]}
              spots={spot ? [spot] : []}
              onShown={onShown}
            />
          </View>
        )}
        {!file && <Text className="order-photo__state">{STAFF_TEXT.noFile}</Text>}
        {file && !src && !picture.problem && (
          <Text className="order-photo__state" aria-busy>
            {STAFF_TEXT.opening}
          </Text>
        )}
        {file && !src && picture.problem && (
          <View className="order-photo__state" role="alert">
            <Text>{problemSentence(picture.problem)}</Text>
            <View
              className="order-photo__retry"
              role="button"
              aria-label={STAFF_TEXT.retry}
              onClick={() => void picture.reload()}
            >
              <Text>{STAFF_TEXT.retry}</Text>
            </View>
          </View>
        )}
      </View>
    </View>
  );
}

export interface OrderPhotoProps extends PhotoProps {
  readonly orderId: string;
}

/** One picture of an order. */
export function OrderPhoto({ orderId, ...photo }: OrderPhotoProps) {
  const fileId = photo.file?.id ?? null;
  const noteShown = useContext(PhotoShown);
  const picture = useOrderFile(orderId, fileId);
  return (
    <FramedPhoto
      {...photo}
      picture={picture}
      onShown={() => fileId && picture.data && noteShown(fileId, picture.data)}
    />
  );
}
