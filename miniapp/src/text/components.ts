import { localized } from './localized';

/** Texts that stand in the components themselves. */
export const COMPONENT_TEXT = localized({
  zh: {
    optional: '选填',
    step: (position: number, total: number, name: string) => `第 ${position} 步，共 ${total} 步：${name}`,
    changePhoto: (label: string) => `${label}，点按更换或查看`,
    addPhoto: (label: string) => `添加${label}`,
    uploading: (percent: number) => `正在上传 ${percent}%`,
    back: '返回',
    thinkAgain: '再想想',
    language: '语言 Language',
  },
  en: {
    optional: 'Optional',
    step: (position: number, total: number, name: string) => `Step ${position} of ${total}: ${name}`,
    changePhoto: (label: string) => `${label}, tap to change or view`,
    addPhoto: (label: string) => `Add ${label}`,
    uploading: (percent: number) => `Uploading ${percent}%`,
    back: 'Back',
    thinkAgain: 'No',
    language: 'Language 语言',
  },
});
