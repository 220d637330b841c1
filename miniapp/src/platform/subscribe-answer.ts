/**
 * The person's answer for one template; each `accept` allows one message. `ban` and `filter` are WeChat's own (template
 * banned, or its title like another's); `off`: all messages are switched off in the settings; `failed`: not asked.
 */
export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter' | 'off' | 'failed';

/** 20004: the main switch is off. Others (network, not from a tap, template gone) leave nothing to remember. */
const MAIN_SWITCH_OFF = 20004;

/** The answer in what wx.requestSubscribeMessage succeeded with. `acceptWithAudio` and the like are acceptances. */
export function answerForTemplate(result: unknown, templateId: string): SubscribeAnswer {
  const answer = String((result as Record<string, unknown> | null)?.[templateId] ?? '');
  if (answer.startsWith('accept')) {
    return 'accept';
  }
  return answer === 'reject' || answer === 'ban' || answer === 'filter' ? answer : 'failed';
}

/** The answer in what it failed with. */
export function answerOfFailure(failure: unknown): SubscribeAnswer {
  const { errCode, errMsg } = (failure ?? {}) as { readonly errCode?: unknown; readonly errMsg?: unknown };
  const isOff = Number(errCode) === MAIN_SWITCH_OFF || /main switch/i.test(String(errMsg ?? ''));
  return isOff ? 'off' : 'failed';
}
