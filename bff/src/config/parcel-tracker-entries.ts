import * as v from 'valibot';

const text = (description: string) =>
  v.pipe(v.string('missing'), v.minLength(1, 'missing'), v.description(description));

/** Settings of Kuaidi100 (快递100 企业版), which tells where parcels are. */
export const parcelTrackerEntries = {
  KUAIDI100_URL: v.pipe(v.string('missing'), v.url('not a URL'), v.description('https://poll.kuaidi100.com')),
  KUAIDI100_CUSTOMER: text('customer of the account at Kuaidi100 (企业版), which tells where parcels are'),
  KUAIDI100_KEY: text('授权key of that account'),
  KUAIDI100_SALT: v.pipe(
    v.string('missing'),
    v.minLength(24, 'must have 24 characters or more'),
    v.description(
      'secret of our own from which the salt of each parcel is made; another one refuses what is on its way',
    ),
  ),
  KUAIDI100_NOTIFY_URL: v.pipe(
    v.string('missing'),
    v.url('not a URL'),
    v.regex(/^[^?#]*[^?#/]$/, 'must have no query string and no slash at its end'),
    v.description('public address of /api/callbacks/kuaidi100'),
  ),
};
