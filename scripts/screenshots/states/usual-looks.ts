import type { PageState, Proof } from '../page-states';

/** A page as it is, in large type, and in English. */
export const usualLooks = (shows: Proof, showsInEnglish: Proof): PageState[] => [
  { name: 'normal', shows },
  { name: 'large-type', shows, largeType: true },
  { name: 'english', shows: showsInEnglish, english: true },
];
