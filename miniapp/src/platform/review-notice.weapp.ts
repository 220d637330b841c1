import Taro from '@tarojs/taro';

export const requestReviewNotice = async (templateId: string): Promise<boolean> => {
  if (!templateId) {
    return false;
  }
  try {
    const answer: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })),
    };
    return answer[templateId] === 'accept';
  } catch {
    // Switched off in WeChat's settings: the SMS still comes.
    return false;
  }
};
