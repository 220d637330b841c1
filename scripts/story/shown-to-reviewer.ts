import type { StaffOrderView } from '@acceptance/shared';

/** What a decision says of the order that it is about, as it was shown to the reviewer. */
export const asShown = ({ revision, shownSha256 }: Pick<StaffOrderView, 'revision' | 'shownSha256'>) => ({
  revision,
  shownSha256,
});
