import { useRef } from 'react';
import { useAction } from '../../../features/use-action';
import { useLoad } from '../../../features/use-load';

/**
 * A list of as many pages as were asked for, so that a refresh keeps everything that was shown. `key` names what is listed:
 * another one begins at its first page.
 */
export function usePages<List>(read: (pages: number) => Promise<List>, key: string) {
  const asked = useRef({ key, pages: 1 });
  if (asked.current.key !== key) {
    asked.current = { key, pages: 1 };
  }
  const list = useLoad(() => read(asked.current.pages), key);
  const more = useAction(async () => {
    asked.current.pages += 1;
    await list.reload();
  });
  return { list, more };
}
