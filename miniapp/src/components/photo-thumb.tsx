import type { PictureSpot } from '@acceptance/shared';
import { Image, Text, View } from '@tarojs/components';
import { Icon } from './icon';
import './photo-thumb.scss';
import { FOCUSABLE } from '../platform/keyboard';
import { COMPONENT_TEXT } from '../text/components';
import { SpottedPicture, usePictureShape } from './spotted-picture';

export interface PhotoThumbProps {
  /** What the photo shows: 身份证人像面. */
  readonly label: string;
  /** A path or URL an Image can show; null shows the place for it. */
  readonly src: string | null;
  /** Whole percent while it is being sent. */
  readonly progress?: number | null;
  readonly error?: string | null;
  /** `card` has the proportions of an ID card, `square` is for attachments, `wide` for signatures. */
  readonly shape?: 'card' | 'square' | 'wide';
  /** What a reviewer marked on it: then it is shown whole. */
  readonly spots?: readonly PictureSpot[];
  readonly onTap?: () => void;
  /** What a tap does to a photo that is there: `change` may also show it. Default `change`. */
  readonly tap?: 'change' | 'look';
}

const HEIGHT_OVER_WIDTH = { card: 0.63, square: 1, wide: 0.4 } as const;

type PictureProps = Required<Pick<PhotoThumbProps, 'label' | 'shape' | 'spots'>> & { readonly src: string };

function MarkedPicture({ src, label, shape, spots }: PictureProps) {
  return (
    <SpottedPicture
      src={src}
      label={label}
      shape={usePictureShape(src)}
      roomHeightOverWidth={HEIGHT_OVER_WIDTH[shape]}
      spots={spots}
    />
  );
}

const Picture = (props: PictureProps) =>
  props.spots.length > 0 ? (
    <MarkedPicture {...props} />
  ) : (
    <Image
      className="photo-thumb__image"
      src={props.src}
      // A card is judged by its four corners: what is sent is what is shown.
      mode={props.shape === 'square' ? 'aspectFill' : 'aspectFit'}
      ariaLabel={props.label}
    />
  );

/** A photo or the place for one. */
export function PhotoThumb({
  label,
  src,
  progress = null,
  error,
  shape = 'card',
  spots = [],
  onTap,
  tap = 'change',
}: PhotoThumbProps) {
  const spoken = tap === 'look' ? COMPONENT_TEXT.lookAtPhoto : COMPONENT_TEXT.changePhoto;
  const asButton = onTap && {
    role: 'button',
    ...FOCUSABLE,
    'aria-label': src ? spoken(label) : COMPONENT_TEXT.addPhoto(label),
    onClick: onTap,
  };
  return (
    <View
      className={`photo-thumb photo-thumb--${shape}${src ? ' photo-thumb--filled' : ''}${error ? ' photo-thumb--wrong' : ''}`}
    >
      <View className="photo-thumb__frame" {...asButton}>
        {src ? (
          <Picture src={src} label={label} shape={shape} spots={spots} />
        ) : (
          <View className="photo-thumb__place">
            <Icon name="camera" size={56} tone="primary" />
            <Text className="photo-thumb__label">{label}</Text>
          </View>
        )}
        {progress !== null && (
          <View className="photo-thumb__progress" role="status">
            <Text>{COMPONENT_TEXT.uploading(progress)}</Text>
          </View>
        )}
      </View>
      {src && <Text className="photo-thumb__caption">{label}</Text>}
      {error && (
        <View className="photo-thumb__error" role="alert">
          {error}
        </View>
      )}
    </View>
  );
}
