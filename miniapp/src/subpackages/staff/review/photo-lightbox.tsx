import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { STAFF_TEXT } from '../text';
import type { OpenedPhoto } from './order-photo';
import './photo-lightbox.scss';
import { photoTransform, turned, UPRIGHT, ZOOMS, zoomed, zoomOf } from './photo-view';

export interface PhotoLightboxProps {
  readonly photo: OpenedPhoto;
  readonly onClose: () => void;
}

const Tool = ({ label, onTap }: { readonly label: string; readonly onTap: () => void }) => (
  <View className="photo-lightbox__tool" role="button" aria-label={label} onClick={onTap}>
    <Text>{label}</Text>
  </View>
);

/** A photo over everything: enlarge, turn, scroll; Esc closes. */
export function PhotoLightbox({ photo, onClose }: PhotoLightboxProps) {
  const [view, setView] = useState(UPRIGHT);
  const side = `${90 * zoomOf(view)}vmin`;
  const isLargest = view.zoomIndex === ZOOMS.length - 1;
  return (
    <View className="photo-lightbox" role="dialog" aria-label={photo.label}>
      <View className="photo-lightbox__bar">
        <Text className="photo-lightbox__label">{`${photo.label} ${zoomOf(view)}×`}</Text>
        <Tool label={STAFF_TEXT.zoomOut} onTap={() => setView((current) => zoomed(current, -1))} />
        <Tool label={STAFF_TEXT.zoomIn} onTap={() => setView((current) => zoomed(current, 1))} />
        <Tool label={STAFF_TEXT.rotate} onTap={() => setView(turned)} />
        <Tool label={STAFF_TEXT.closeKey} onTap={onClose} />
      </View>
      <View className="photo-lightbox__room">
        <View
          className="photo-lightbox__stage"
          style={{ width: side, height: side }}
          onClick={() => setView((current) => (isLargest ? { ...current, zoomIndex: 0 } : zoomed(current, 1)))}
        >
          <Image
            className="photo-lightbox__image"
            src={photo.src}
            mode="aspectFit"
            ariaLabel={photo.label}
            style={{ transform: photoTransform(view, 1) }}
          />
        </View>
      </View>
    </View>
  );
}
