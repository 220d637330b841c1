import { randomBytes } from 'node:crypto';
import { type Bag, textOf } from '../bag';

export interface MultipartBody {
  readonly contentType: string;
  readonly body: Buffer;
}

const MEDIA_TYPES: Record<string, string> = {
  ...{ jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', bmp: 'image/bmp', pdf: 'application/pdf' },
};

export const extensionOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** multipart/form-data of wx.uploadFile: the fields, then one file (RFC 7578). */
export function multipartBody(fields: Bag, name: string, fileName: string, bytes: Buffer): MultipartBody {
  const boundary = `----wxhost${randomBytes(12).toString('hex')}`;
  const quote = (text: string) => text.replace(/"/g, '%22').replace(/[\r\n]/g, ' ');
  const head = Object.entries(fields).map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quote(field)}"\r\n\r\n${textOf(value)}\r\n`,
  );
  const type = MEDIA_TYPES[extensionOf(fileName)] ?? 'application/octet-stream';
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"; filename="${quote(fileName)}"\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head.join('') + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
