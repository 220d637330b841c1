import { useState } from 'react';

/** What is typed into the field of a list, and what was looked for last. */
export function useSearch() {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const look = (next: string) => {
    setTyped(next);
    setSearch(next.trim());
  };
  return { typed, setTyped, search, look, find: () => look(typed) };
}
