/** Kuaidi100 as production would have it. */
export const PARCEL_TRACKER_SETTINGS = {
  KUAIDI100_URL: 'https://poll.kuaidi100.com',
  KUAIDI100_CUSTOMER: 'ABCDEF0123456789ABCDEF0123456789',
  KUAIDI100_KEY: 'parcel-key',
  KUAIDI100_SALT: 'parcel-salt-of-the-operator',
  KUAIDI100_NOTIFY_URL: 'https://acceptance.example.cn/api/callbacks/kuaidi100',
} as const;
