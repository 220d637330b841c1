import { endpoints, lineOfText, type TaskSettlement, type TaskView } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { TASK_KIND_LABELS, TASK_SETTLEMENT_LABELS, STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';

const NOTE = lineOfText('说明', 200);

/** Saying how a task was settled: one form at a time. `reload` follows every try: somebody else may have been faster. */
export function useSettlement(reload: () => Promise<void>) {
  const [taskId, setTaskId] = useState<string | null>(null);
  const [settlement, setSettlement] = useState<TaskSettlement | null>(null);
  const [missing, setMissing] = useState(false);
  const form = useFields({ note: (note) => (note.trim() ? checkField(NOTE, note) : null) });

  const open = (id: string | null) => {
    setTaskId(id);
    setSettlement(null);
    setMissing(false);
    form.clear();
  };
  const settle = useAction(async ({ id, kind }: TaskView) => {
    setMissing(settlement === null);
    if (!form.pass('note') || settlement === null) {
      return;
    }
    const text = TEXT.settleText(TASK_KIND_LABELS[kind].label, TASK_SETTLEMENT_LABELS[settlement]);
    if (!(await ask({ title: TEXT.settleTitle, text, confirm: TEXT.yes }))) {
      return;
    }
    const note = form.values.note.trim();
    const body = { settlement, ...(note && { note }) };
    try {
      await call(endpoints.tasks.settleTask, { params: { taskId: id }, body });
      say(TEXT.settled);
      open(null);
    } finally {
      await reload();
    }
  });

  return {
    taskId,
    settlement,
    missing,
    form,
    settle,
    open: (id: string) => open(id),
    close: () => open(null),
    choose: (chosen: TaskSettlement) => {
      setSettlement(chosen);
      setMissing(false);
    },
  };
}
