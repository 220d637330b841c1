import { createHash } from 'node:crypto';

/** Kuaidi100's hash of a text: MD5, 32 capitals. */
export const capitalMd5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex').toUpperCase();
