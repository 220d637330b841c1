import jsQR from 'jsqr';
import { runTool } from './run-tool';

/** Points from the page's upper left corner. */
export interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Word extends Region {
  text: string;
}

export interface RenderedPage {
  countPixels(region: Region, matches: (red: number, green: number, blue: number) => boolean): number;
  /** What a reader of QR codes that nobody here wrote finds there. */
  qrText(region: Region): string | null;
}

const dotsPerPoint = 2;

/** One page as poppler paints it, at 144 dpi. `number` starts at 1. */
export function renderPage(pdfFile: string, number: number): RenderedPage {
  const page = String(number);
  const { stdout } = runTool('pdftoppm', ['-r', String(72 * dotsPerPoint), '-f', page, '-l', page, pdfFile]);
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40));
  if (!header) throw new Error('pdftoppm did not paint the page');
  const width = Number(header[1]);
  const height = Number(header[2]);
  const pixels = stdout.subarray(header[0].length);
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value * dotsPerPoint)));
  return {
    qrText(region) {
      const [left, right] = [clamp(region.left, width), clamp(region.right, width)];
      const [top, bottom] = [clamp(region.top, height), clamp(region.bottom, height)];
      const cut = new Uint8ClampedArray((right - left) * (bottom - top) * 4).fill(255);
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
          const at = (y * width + x) * 3;
          cut.set(pixels.subarray(at, at + 3), ((y - top) * (right - left) + x - left) * 4);
        }
      }
      return jsQR(cut, right - left, bottom - top)?.data ?? null;
    },
    countPixels(region, matches) {
      let count = 0;
      for (let y = clamp(region.top, height); y < clamp(region.bottom, height); y += 1) {
        for (let x = clamp(region.left, width); x < clamp(region.right, width); x += 1) {
          const at = (y * width + x) * 3;
          if (matches(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255)) count += 1;
        }
      }
      return count;
    },
  };
}

export function isDark(red: number, green: number, blue: number): boolean {
  return red + green + blue < 330;
}

export function isRed(red: number, green: number, blue: number): boolean {
  return red > 150 && green < 110 && blue < 130;
}

/** The words of one page and where they stand. */
export function wordsOfPage(pdfFile: string, number: number): Word[] {
  const page = String(number);
  const { stdout } = runTool('pdftotext', ['-bbox', '-f', page, '-l', page, pdfFile, '-']);
  const pattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;
  return Array.from(stdout.toString('utf8').matchAll(pattern), ([, left, top, right, bottom, text]) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
    text: text ?? '',
  }));
}

/** All text of a file as it stands on the page, row by row, without white space. */
export function laidOutText(pdfFile: string): string {
  return runTool('pdftotext', ['-layout', pdfFile, '-']).stdout.toString('utf8').replace(/\s/g, '');
}

/** All text of a file in the order it was written, without white space. */
export function plainText(pdfFile: string): string {
  return runTool('pdftotext', ['-raw', pdfFile, '-']).stdout.toString('utf8').replace(/\s/g, '');
}
