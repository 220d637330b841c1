const KB = 1024;
const MB = 1024 * KB;

/** `120 KB`, `1.2 MB`. `direction` is where to round to, so that a refused size never reads like the limit it misses. */
export function photoSizeText(bytes: number, direction: 'down' | 'up'): string {
  const round = direction === 'down' ? Math.floor : Math.ceil;
  return bytes < MB ? `${round(bytes / KB)} KB` : `${round((bytes / MB) * 10) / 10} MB`;
}
