import { pictureKind } from './picture-kind';

const bytes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

describe('what a file is by its first bytes', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0'],
    ['png', '\x89PNG\r\n\x1a\n'],
    ['bmp', 'BM\x36\x00'],
    ['gif', 'GIF89a'],
    ['webp', 'RIFF\x10\x00\x00\x00WEBPVP8 '],
    ['heic', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'],
    ['heic', '\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic'],
    ['avif', '\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1avif'],
    ['tiff', 'II*\x00'],
    ['none', '\x00\x00\x00\x18ftypisom\x00\x00\x00\x00mp42'],
    ['none', '%PDF-1.7'],
    ['none', 'RIFF\x10\x00\x00\x00WAVE'],
    ['none', ''],
  ])('is %s', (kind, head) => {
    expect(pictureKind(bytes(head))).toBe(kind);
  });
});
