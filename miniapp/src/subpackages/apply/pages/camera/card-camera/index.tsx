import { Image, Text, View } from '@tarojs/components';
import { problemSentence } from '../../../../../api/problem';
import { PrimaryButton } from '../../../../../components/primary-button';
import { CardCamera as CameraView, HAS_TORCH } from '../../../../../platform/card-camera';
import { FOCUSABLE } from '../../../../../platform/keyboard';
import { reasonWords } from '../../../photo/photo-doubt';
import type { PreparedPhoto } from '../../../photo/prepare-photo';
import { CAMERA_TEXT } from '../../../texts-camera';
import { PAPERS_TEXT } from '../../../texts-papers';
import type { CardSide } from '../../papers/papers-state';
import type { WantedShot } from '../shot-hand-over';
import { CameraTool } from './camera-tool';
import { type Shot, useCardShot } from './use-card-shot';
import './index.scss';

export interface CardCameraProps {
  readonly side: CardSide;
  readonly wanted: WantedShot;
  readonly onUse: (prepared: PreparedPhoto) => void;
  readonly onAlbum: () => void;
  readonly onClose: () => void;
  readonly onFailed: () => void;
}

function wordsOf({ prepared, problem }: Shot): string {
  if (problem) {
    return problemSentence(problem);
  }
  return prepared.reasons.length > 0 ? reasonWords(prepared.reasons) : CAMERA_TEXT.clear;
}

/** The camera over the whole screen: frame, one sentence, shutter; after the shot its verdict, retake or use. */
export function CardCamera({ side, wanted, onUse, onAlbum, onClose, onFailed }: CardCameraProps) {
  const { frame, shot, ...camera } = useCardShot(onFailed, wanted);
  const name = PAPERS_TEXT.sideLabels[side];
  const box = { left: `${frame.x}px`, top: `${frame.y}px`, width: `${frame.width}px`, height: `${frame.height}px` };
  const prepared = shot?.prepared;
  const sentence = camera.isStopped ? CAMERA_TEXT.stopped : CAMERA_TEXT.fit[side];
  return (
    <View className="card-camera" catchMove>
      {!shot && (
        <CameraView
          key={camera.round}
          className="card-camera__view"
          label={CAMERA_TEXT.view(name)}
          torch={camera.torch}
          onReady={camera.ready}
          onFailed={onFailed}
          onStopped={camera.stopped}
        />
      )}
      {shot && (
        <Image
          className="card-camera__shot"
          mode="aspectFit"
          src={shot.path}
          {...{ role: 'img', 'aria-label': CAMERA_TEXT.shot(name) }}
        />
      )}
      {!shot && (
        <View className="card-camera__frame" style={box} {...{ 'aria-hidden': true }}>
          <View className={`card-camera__mark card-camera__mark--${side}`} />
        </View>
      )}
      <View className="card-camera__foot">
        <Text className="card-camera__sentence" {...{ 'aria-live': 'polite' }}>
          {shot ? wordsOf(shot) : sentence}
        </Text>
        {shot && (
          <View className="card-camera__ways">
            <PrimaryButton kind="secondary" onTap={camera.again}>
              {CAMERA_TEXT.again}
            </PrimaryButton>
            {prepared && (
              <PrimaryButton onTap={() => onUse(prepared)}>
                {prepared.reasons.length > 0 ? CAMERA_TEXT.useAnyway : CAMERA_TEXT.use}
              </PrimaryButton>
            )}
          </View>
        )}
        {!shot && camera.isStopped && (
          <View className="card-camera__ways">
            <PrimaryButton kind="secondary" onTap={onAlbum}>
              {CAMERA_TEXT.album}
            </PrimaryButton>
            <PrimaryButton onTap={camera.restart}>{CAMERA_TEXT.restart}</PrimaryButton>
          </View>
        )}
        {!shot && !camera.isStopped && (
          <View className="card-camera__tools">
            <CameraTool label={CAMERA_TEXT.close} onTap={onClose} />
            <View
              className={camera.isReady ? 'card-camera__shutter' : 'card-camera__shutter card-camera__shutter--waiting'}
              hoverClass="card-camera__shutter--pressed"
              {...{ role: 'button', 'aria-label': CAMERA_TEXT.shutter(name), ...FOCUSABLE }}
              onClick={() => void camera.take.run()}
            />
            <View className="card-camera__side">
              {HAS_TORCH && (
                <CameraTool
                  label={camera.torch ? CAMERA_TEXT.torchOff : CAMERA_TEXT.torchOn}
                  onTap={camera.turnTorch}
                />
              )}
              <CameraTool label={CAMERA_TEXT.album} onTap={onAlbum} />
            </View>
          </View>
        )}
      </View>
    </View>
  );
}
