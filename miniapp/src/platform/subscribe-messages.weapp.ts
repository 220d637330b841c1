import Taro from '@tarojs/taro';
import { answerForTemplate, answerOfFailure, type SubscribeAnswer } from './subscribe-answer';

export const canSubscribe = true;

export const requestSubscription = async (templateId: string): Promise<SubscribeAnswer> => {
  try {
    return answerForTemplate(await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] }), templateId);
  } catch (failure) {
    return answerOfFailure(failure);
  }
};
