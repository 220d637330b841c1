import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMemo } from 'react';
import { qrSvg } from './qr-svg';

export interface QrCodeProps {
  /** What is read when scanned, e.g. the `code_url` of a Native payment; at most 412 bytes. */
  readonly text: string;
  /** What it is for: 微信扫码支付 ¥260.00. */
  readonly label: string;
  /** Width in design pixels (750 wide). */
  readonly size?: number;
}

/** A QR code, drawn as one sharp picture. */
export function QrCode({ text, label, size = 400 }: QrCodeProps) {
  const picture = useMemo(() => qrSvg(text), [text]);
  const side = Taro.pxTransform(size);
  return (
    <View
      role="img"
      aria-label={label}
      style={{
        width: side,
        height: side,
        backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(picture)}")`,
        backgroundSize: '100% 100%',
      }}
    />
  );
}
