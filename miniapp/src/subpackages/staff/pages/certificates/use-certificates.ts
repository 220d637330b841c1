import { type CertificateState, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useSearch } from '../../desk/use-search';
import { readPages } from '../../queue/queue-pages';
import { usePages } from '../../queue/use-pages';

/** The inventory: what was searched for, in one state or all, as many pages as were asked for. */
export function useCertificates() {
  const [state, chooseState] = useState<CertificateState | null>(null);
  const { look, ...field } = useSearch();
  const { search } = field;
  const readPage = (cursor: string | null) =>
    call(endpoints.certificateDesk.listCertificates, {
      query: { ...(state && { state }), ...(search && { search }), ...(cursor && { cursor }) },
    });
  const { list, more } = usePages((pages) => readPages(readPage, pages), `${state ?? ''}|${search}`);
  return {
    state,
    setState: chooseState,
    field,
    search,
    showAll: () => {
      chooseState(null);
      look('');
    },
    list,
    more,
  };
}
export type Certificates = ReturnType<typeof useCertificates>;
