import { type CertificateState, endpoints } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { readPages } from '../../queue/queue-pages';

/** The inventory: what was searched for, in one state or all, as many pages as were asked for. */
export function useCertificates() {
  const [state, chooseState] = useState<CertificateState | null>(null);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const pages = useRef(1);
  const readPage = (cursor: string | null) =>
    call(endpoints.certificateDesk.listCertificates, {
      query: { ...(state && { state }), ...(search && { search }), ...(cursor && { cursor }) },
    });
  const list = useLoad(() => readPages(readPage, pages.current), `${state ?? ''}|${search}`);
  const more = useAction(async () => {
    pages.current += 1;
    await list.reload();
  });
  const look = (next: string) => {
    pages.current = 1;
    setTyped(next);
    setSearch(next.trim());
  };
  return {
    state,
    setState: (next: CertificateState | null) => {
      pages.current = 1;
      chooseState(next);
    },
    typed,
    setTyped,
    search,
    find: () => look(typed),
    showAll: () => {
      chooseState(null);
      look('');
    },
    list,
    more,
  };
}
export type Certificates = ReturnType<typeof useCertificates>;
