/** The remotes whose answers the product waits for; each has a breaker of its own. */
export const REMOTE_NAMES = [
  'sms',
  'mail',
  'identity',
  'face-checker',
  'unit-registry',
  'id-card-reader',
  'wechat',
  'wechat-pay',
  'certificate-authority',
  'parcel-tracker',
  'timestamp-authority',
  'validation-data',
] as const;
export type RemoteName = (typeof REMOTE_NAMES)[number];
