import * as v from 'valibot';
import { timestampSchema } from './identifiers';

/**
 * A secret that a client makes once from at least 30 random bytes and keeps; a device that has proved the number is
 * trusted by it. Too long to be taken for an id of ours, which are written into logs.
 */
export const deviceIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{40,64}$/, '设备标识格式不正确'));

/** One signed-in device of one's own. */
export const ownSessionSchema = v.object({
  id: v.string(),
  /** e.g. `iPhone · 微信`, `Windows · Edge`. */
  device: v.string(),
  /** Roughly where it was used last, in words: 广东 深圳; null when nobody knows. */
  place: v.nullable(v.string()),
  signedInAt: timestampSchema,
  /** To about a quarter of an hour: the life of an access token. */
  lastUsedAt: timestampSchema,
  /** Whether it is the one that asks. */
  current: v.boolean(),
});
export type OwnSession = v.InferOutput<typeof ownSessionSchema>;
