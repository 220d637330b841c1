import { type AccountMatters, endpoints } from '@acceptance/shared';
import { call } from '../api/client';
import { MATTERS_TEXT } from '../text/matters';
import { ask, say } from './ask';
import { type Action, useAction } from './use-action';

export const readMatters = (): Promise<AccountMatters> => call(endpoints.personalData.readMatters);

/** What the owner can do about what is under way with the account; `reload` shows it afterwards. */
export function useMatters(reload: () => Promise<void>): {
  readonly object: Action<[], void>;
  readonly keep: Action<[], void>;
} {
  const object = useAction(async () => {
    const { objectTitle: title, objectText: text, object: confirm } = MATTERS_TEXT;
    if (await ask({ title, text, confirm })) {
      await call(endpoints.phoneChanges.objectToChange);
      say(MATTERS_TEXT.objected);
      await reload();
    }
  });
  const keep = useAction(async () => {
    await call(endpoints.personalData.cancelDeletion);
    say(MATTERS_TEXT.kept);
    await reload();
  });
  return { object, keep };
}
