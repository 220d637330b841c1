import { chinaDate, endpoints } from '@acceptance/shared';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { saveFile } from '../../../../platform/save-file';
import { forgetFile } from '../../platform/forget-file';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';

/** Saves the list of what is to be sent, after saying what it holds. */
export const useExport = () =>
  useAction(async () => {
    if (await ask({ title: TEXT.exportTitle, text: TEXT.exportText, confirm: TEXT.exportYes })) {
      const path = await download(endpoints.deliveryDesk.exportToSend, {});
      await saveFile(path, TEXT.exportName(chinaDate(new Date())));
      forgetFile(path);
      say(TEXT.exported);
    }
  });
