import { endpoints, type OrderSearch } from '@acceptance/shared';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { navigateTo } from '../../../../platform/navigation';
import { enterTextField } from '../../platform/keyboard';
import { SEARCH_TEXT as TEXT } from '../../texts-desk';

const FEWEST = 2;

export const openOrder = (orderId: string) => void navigateTo('staffReview', { orderId });

/** What is typed, and what was found by it; it stays while one looks at what was found. */
export function useOrderSearch() {
  const [typed, type] = useState('');
  const [missing, setMissing] = useState(false);
  const [last, setLast] = useState<{ readonly typed: string; readonly found: OrderSearch } | null>(null);
  useDidShow(() => enterTextField(TEXT.label));

  const search = useAction(async (wanted: string) => {
    setLast(null);
    setLast({ typed: wanted, found: await call(endpoints.desk.searchOrders, { body: { search: wanted } }) });
  });
  const find = (): void => {
    const wanted = typed.trim();
    const [only, ...others] = last?.typed === wanted ? last.found.items : [];
    if (only && others.length === 0) {
      // Enter once more: there is nothing to choose from.
      openOrder(only.id);
      return;
    }
    setMissing(wanted.length < FEWEST);
    if (wanted.length >= FEWEST) {
      void search.run(wanted);
    }
  };
  const setTyped = (next: string): void => {
    setMissing(false);
    type(next);
  };
  const again = (): void => {
    type('');
    setLast(null);
    enterTextField(TEXT.label);
  };
  return { typed, setTyped, missing, search, find, found: last?.found ?? null, again };
}
export type OrderSearchPage = ReturnType<typeof useOrderSearch>;
