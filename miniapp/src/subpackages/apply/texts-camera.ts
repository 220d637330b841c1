import { localized } from '../../text/localized';

/** Texts of the camera for ID cards. */
export const CAMERA_TEXT = localized({
  zh: {
    view: (side: string) => `相机画面，请把${side}放进框里`,
    shot: (side: string) => `刚拍的${side}`,
    fit: { front: '把身份证人像面放进框里，四角都在框内', back: '把身份证国徽面放进框里，四角都在框内' },
    shutter: (side: string) => `拍下${side}`,
    again: '重新拍',
    use: '使用这张',
    close: '取消',
    torchOn: '打开手电筒',
    torchOff: '关闭手电筒',
    album: '相册',
    verdicts: {
      clear: '照片清晰。请再看一眼：四角完整，字能看清',
      blurred: '照片有些模糊，字可能看不清，建议重新拍一张',
      glare: '照片有反光，换个角度再拍一张会更清楚',
      dark: '照片偏暗，到亮一点的地方再拍一张会更清楚',
      unknown: '请看一看：四角完整，没有反光，字能看清',
    },
    failed: '相机打不开，请从相册选一张照片',
  },
  en: {
    view: (side: string) => `Camera picture; hold the card in the frame (${side})`,
    shot: (side: string) => `The photo just taken (${side})`,
    fit: {
      front: 'Portrait side in the frame, all four corners inside',
      back: 'Emblem side in the frame, all four corners inside',
    },
    shutter: (side: string) => `Take the photo: ${side}`,
    again: 'Take again',
    use: 'Use this one',
    close: 'Cancel',
    torchOn: 'Torch on',
    torchOff: 'Torch off',
    album: 'Album',
    verdicts: {
      clear: 'The photo is clear. Please look again: four corners, legible',
      blurred: 'The photo is a little blurred; another one would be better',
      glare: 'There is glare; another angle would be better',
      dark: 'The photo is dark; more light would be better',
      unknown: 'Please look: four corners, no glare, legible',
    },
    failed: 'The camera does not open; please pick a photo from the album',
  },
});
