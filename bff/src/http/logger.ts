import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * Keys that hold personal data or secrets wherever they appear; a second net below "do not log them". `name` and `code`
 * are not among them: in our logs they are those of errors.
 */
const REDACTED_KEYS = [
  'phone',
  'idNumber',
  'password',
  'email',
  'address',
  'authorization',
  'accessToken',
  'refreshToken',
  'openid',
  'body',
  'headers',
];
const paths = REDACTED_KEYS.flatMap((key) => [key, `*.${key}`]);

/** Lines are written together as soon as there is so much of them, and after so long at the latest. */
const TOGETHER_BYTES = 4096;
const LATEST_MS = 100;
/** What a reader of the log who stands still may leave in memory, in bytes; beyond it lines are dropped. */
const MOST_UNWRITTEN = 16 * 1024 * 1024;

/**
 * Standard output, a few lines at a time: a call to the kernel for each costs as much as one to the database. Whatever ends the
 * process, but for a kill -9, writes the rest.
 */
export const standardOutput = (): DestinationStream =>
  pino.destination({
    fd: 1,
    sync: false,
    minLength: TOGETHER_BYTES,
    periodicFlush: LATEST_MS,
    maxLength: MOST_UNWRITTEN,
  });

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'bff' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
