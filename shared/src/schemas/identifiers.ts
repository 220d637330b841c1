import * as v from 'valibot';

/** Id of a stored object: 24 lower-case hex digits (BSON ObjectId). */
export const objectIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/, '编号格式不正确'));

/** Made by the client once per intention, so that a repeated call is recognised. */
export const clientTokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{16,64}$/, '请求标识格式不正确'));

/** Lower-case hex SHA-256. */
export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '摘要格式不正确'));

/** A moment on the wire: ISO 8601 in UTC. */
export const timestampSchema = v.pipe(v.string(), v.isoTimestamp());

/** Revision of an aggregate, for compare-and-set. */
export const revisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
