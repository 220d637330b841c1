import { endpoints, type TaskKind } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { readPages } from '../../queue/queue-pages';
import { usePages } from '../../queue/use-pages';

const REFRESH_MS = 30_000;

export type TaskState = 'open' | 'closed';

/** The tasks in one state, of one kind or all: as many pages as were asked for, read again every half minute. */
export function useTaskList() {
  const [state, chooseState] = useState<TaskState>('open');
  const [kind, chooseKind] = useState<TaskKind | null>(null);
  const readPage = (cursor: string | null) =>
    call(endpoints.tasks.listTasks, { query: { state, ...(kind && { kind }), ...(cursor && { cursor }) } });
  const { list, more } = usePages((pages) => readPages(readPage, pages), `${state}|${kind ?? ''}`);
  const summary = useLoad(() => call(endpoints.tasks.summarizeTasks), 'summary');

  const reload = async (): Promise<void> => {
    await Promise.all([list.reload(), summary.reload()]);
  };
  // What was started again closes by itself, and colleagues work beside one.
  usePolling(true, REFRESH_MS, reload);

  return {
    state,
    kind,
    list,
    summary,
    reload,
    more,
    setState: (next: TaskState) => {
      chooseState(next);
      // Kinds are offered among the open ones only.
      chooseKind(null);
    },
    setKind: chooseKind,
  };
}
