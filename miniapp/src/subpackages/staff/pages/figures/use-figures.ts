import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { saveFile } from '../../../../platform/save-file';
import { forgetFile } from '../../platform/forget-file';
import { FIGURES_TEXT as TEXT } from '../../texts-figures';
import { type Days, lastDays } from './last-days';

const { desk } = endpoints;
const FIRST_DAYS = 30;

/** Figures of some days. */
export function useFigures() {
  const [days, setDays] = useState<Days>(() => lastDays(FIRST_DAYS, new Date()));
  /** How many days back, null: days of one's own choice. */
  const [offered, setOffered] = useState<number | null>(FIRST_DAYS);
  const load = useLoad(() => call(desk.readFigures, { query: days }), `${days.from}|${days.to}`);
  const exporting = useAction(async () => {
    if (await ask({ title: TEXT.exportTitle, text: TEXT.exportText, confirm: TEXT.exportYes })) {
      const path = await download(desk.exportFigures, { query: days });
      await saveFile(path, TEXT.exportName(days.from, days.to));
      forgetFile(path);
      say(TEXT.exported);
    }
  });
  return {
    days,
    setDays,
    offered,
    offer(count: number | null) {
      setOffered(count);
      if (count !== null) {
        setDays(lastDays(count, new Date()));
      }
    },
    load,
    exporting,
  };
}
export type FiguresPage = ReturnType<typeof useFigures>;
