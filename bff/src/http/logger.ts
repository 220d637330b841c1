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

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'bff' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
