import type { SubscribeAnswer } from './subscribe-answer';

/** Whether WeChat can send messages here. */
export const canSubscribe = false;

/** Asks for one message by this template; must be called by a tap itself, before anything is waited for. Never throws. */
export const requestSubscription = async (_templateId: string): Promise<SubscribeAnswer> => 'failed';
