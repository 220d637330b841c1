import { Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../../../components/primary-button';
import { SignatureSheet } from '../../../../features/ink/signature-sheet';
import { StrokeCanvas } from '../../../../platform/stroke-canvas';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import './signature-pad.scss';
import type { PickUp } from './use-pick-up';

interface SignaturePadProps {
  readonly page: PickUp;
  /** Out of sight, but there: WeChat prepares only the canvases that exist when the page gets ready. */
  readonly isAway: boolean;
}

/** Where whoever collects a UKey signs. */
export function SignaturePad({ page: { ink, complaint, onSheetReady }, isAway }: SignaturePadProps) {
  return (
    <View className={isAway ? 'signature-pad signature-pad--away' : 'signature-pad'} aria-hidden={isAway}>
      <View className="signature-pad__head">
        <Text className="signature-pad__title">{TEXT.sign}</Text>
        <View className="signature-pad__deeds">
          <PrimaryButton small kind="plain" onTap={ink.undo}>
            {TEXT.undo}
          </PrimaryButton>
          <PrimaryButton small kind="plain" onTap={ink.clear}>
            {TEXT.clear}
          </PrimaryButton>
        </View>
      </View>
      <View className={complaint ? 'signature-pad__paper signature-pad__paper--wrong' : 'signature-pad__paper'}>
        <StrokeCanvas id="pick-up-canvas" className="signature-pad__canvas" label={TEXT.canvas} {...ink.canvas} />
      </View>
      {complaint ? (
        <View className="signature-pad__complaint" role="alert">
          <Text>{complaint}</Text>
        </View>
      ) : (
        <Text className="signature-pad__hint">{TEXT.signHint}</Text>
      )}
      <SignatureSheet id="pick-up-sheet" label={TEXT.canvas} onReady={onSheetReady} />
    </View>
  );
}
