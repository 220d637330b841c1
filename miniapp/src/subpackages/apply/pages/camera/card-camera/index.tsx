import type { PhotoAdvice } from '@acceptance/shared';
import { Image, Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../../../../components/primary-button';
import { CardCamera as CameraView, HAS_TORCH, PhotoCanvas } from '../../../../../platform/card-camera';
import type { ChosenPhoto } from '../../../../../platform/chosen-photo';
import { FOCUSABLE } from '../../../../../platform/keyboard';
import { CAMERA_TEXT } from '../../../texts-camera';
import { PAPERS_TEXT } from '../../../texts-papers';
import type { CardSide } from '../../papers/papers-state';
import { useCardShot } from './use-card-shot';
import './index.scss';

export interface CardCameraProps {
  readonly side: CardSide;
  readonly advice: PhotoAdvice | undefined;
  readonly onUse: (photo: ChosenPhoto) => void;
  readonly onAlbum: () => void;
  readonly onClose: () => void;
  readonly onFailed: () => void;
}

/** The camera over the whole screen: frame, one sentence, shutter; after the shot its verdict, retake or use. */
export function CardCamera({ side, advice, onUse, onAlbum, onClose, onFailed }: CardCameraProps) {
  const { frame, shot, ...camera } = useCardShot(onFailed, advice);
  const name = PAPERS_TEXT.sideLabels[side];
  const box = { left: `${frame.x}px`, top: `${frame.y}px`, width: `${frame.width}px`, height: `${frame.height}px` };
  return (
    <View className="card-camera" catchMove>
      <PhotoCanvas />
      {!shot && (
        <CameraView
          className="card-camera__view"
          label={CAMERA_TEXT.view(name)}
          torch={camera.torch}
          onReady={camera.ready}
          onFailed={onFailed}
        />
      )}
      {shot ? (
        <Image
          className="card-camera__shot"
          mode="aspectFit"
          src={shot.photo.path}
          {...{ role: 'img', 'aria-label': CAMERA_TEXT.shot(name) }}
        />
      ) : (
        <View className="card-camera__frame" style={box} {...{ 'aria-hidden': true }}>
          <View className={`card-camera__mark card-camera__mark--${side}`} />
        </View>
      )}
      <View className="card-camera__foot">
        <Text className="card-camera__sentence" {...{ 'aria-live': 'polite' }}>
          {shot ? CAMERA_TEXT.verdicts[shot.verdict ?? 'unknown'] : CAMERA_TEXT.fit[side]}
        </Text>
        {shot ? (
          <View className="card-camera__ways">
            <PrimaryButton kind="secondary" onTap={camera.again}>
              {CAMERA_TEXT.again}
            </PrimaryButton>
            <PrimaryButton onTap={() => onUse(shot.photo)}>{CAMERA_TEXT.use}</PrimaryButton>
          </View>
        ) : (
          <View className="card-camera__tools">
            <Tool label={CAMERA_TEXT.close} onTap={onClose} />
            <View
              className={camera.isReady ? 'card-camera__shutter' : 'card-camera__shutter card-camera__shutter--waiting'}
              hoverClass="card-camera__shutter--pressed"
              {...{ role: 'button', 'aria-label': CAMERA_TEXT.shutter(name), ...FOCUSABLE }}
              onClick={() => void camera.take.run()}
            />
            <View className="card-camera__side">
              {HAS_TORCH && (
                <Tool label={camera.torch ? CAMERA_TEXT.torchOff : CAMERA_TEXT.torchOn} onTap={camera.turnTorch} />
              )}
              <Tool label={CAMERA_TEXT.album} onTap={onAlbum} />
            </View>
          </View>
        )}
      </View>
    </View>
  );
}

function Tool({ label, onTap }: { readonly label: string; readonly onTap: () => void }) {
  return (
    <View className="card-camera__tool" {...{ role: 'button', 'aria-label': label, ...FOCUSABLE }} onClick={onTap}>
      <Text>{label}</Text>
    </View>
  );
}
