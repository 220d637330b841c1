import { UKEY_AGENT_TEXT as TEXT } from '../../text/ukey-agent';
import { say } from '../ask';
import { useFields } from '../use-fields';
import { ukeyAgent } from './ukey-agent';
import { useAgentAction } from './use-agent-action';

const CODE = /^\d{6}$/;

/** Carrying the code from the agent's window into the page. */
export function usePairing(look: () => Promise<void>) {
  const form = useFields({ code: (code) => (CODE.test(code.trim()) ? null : TEXT.codeWrong) });
  const showCode = useAgentAction(() => ukeyAgent('beginPairing', {}), look);
  const pair = useAgentAction(async () => {
    if (form.pass('code')) {
      await ukeyAgent('completePairing', { code: form.values.code.trim() });
      form.clear();
      say(TEXT.paired);
      await look();
    }
  }, look);
  return { form, showCode, pair };
}
