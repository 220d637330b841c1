import { View } from '@tarojs/components';
import { StrokeCanvas, sheetSize } from '../../platform/stroke-canvas';
import type { StrokeSurface } from '../../platform/stroke-canvas-props';
import './signature-sheet.scss';

const nothing = () => undefined;

export interface SignatureSheetProps {
  readonly id: string;
  readonly label: string;
  readonly onReady: (surface: StrokeSurface) => void;
}

/** What is sent is drawn here, out of sight: its size does not depend on where and how large somebody has written. */
export function SignatureSheet({ id, label, onReady }: SignatureSheetProps) {
  return (
    <View className="signature-sheet" aria-hidden>
      <StrokeCanvas
        {...{ id, label, onReady }}
        className="signature-sheet__canvas"
        size={sheetSize()}
        onStrokeStart={nothing}
        onStrokeMove={nothing}
        onStrokeEnd={nothing}
      />
    </View>
  );
}
