import * as v from 'valibot';
import { parcelTrackerEntries } from './parcel-tracker-entries';

it.each([
  ['KUAIDI100_NOTIFY_URL', 'https://example.cn/callback/', 'must have no query string and no slash at its end'],
  ['KUAIDI100_NOTIFY_URL', 'https://example.cn/callback?a=1', 'must have no query string and no slash at its end'],
  ['KUAIDI100_SALT', 'short', 'must have 24 characters or more'],
  ['KUAIDI100_URL', 'poll.kuaidi100.com', 'not a URL'],
  ['KUAIDI100_KEY', '', 'missing'],
] as const)('says what %s must be', (name, value, problem) => {
  const { issues } = v.safeParse(parcelTrackerEntries[name], value);
  expect(issues?.map(({ message }) => message)).toContain(problem);
});
