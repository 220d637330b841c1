import type { Bag } from '../bag';
import type { Phone } from '../phone/phone';
import { NotInHost } from '../refusal';
import { requireList, WxFailure } from './wx-failure';

const MOST_FILES = 100;
/** What WeChat takes for a picture and for a video; `file` is what is neither. */
const IMAGES = /\.(jpe?g|png|gif|webp|bmp)$/i;
const VIDEOS = /\.(mp4|mov|m4v|3gp)$/i;

const kindOf = (name: string): 'image' | 'video' | 'file' =>
  IMAGES.test(name) ? 'image' : VIDEOS.test(name) ? 'video' : 'file';

/** Documented: only where `type` is `file`; texts without the dot, none of them empty. */
function extensionsOf(options: Bag): readonly string[] | null {
  if (options.extension === undefined || options.type !== 'file') return null;
  const extensions = requireList(options, 'extension').map(String);
  if (extensions.some((extension) => extension === '')) throw new WxFailure('extension should not be empty string');
  return extensions.map((extension) => extension.toLowerCase().replace(/^\./, ''));
}

/**
 * wx.chooseMessageFile: the person picks as many of their chats' files as may be, the newest first. Where the chats have none of
 * that kind, they give up.
 * @throws WxFailure `cancel`
 */
export function chooseFromChats(phone: Phone, options: Bag): Bag {
  const { count, type = 'all' } = options;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > MOST_FILES) {
    throw new WxFailure('parameter error: parameter.count should be a number from 0 to 100;');
  }
  if (!['all', 'video', 'image', 'file'].includes(String(type))) {
    throw new NotInHost('wx.chooseMessageFile', `no type ${String(type)}`);
  }
  const extensions = extensionsOf(options);
  const offered = phone.chatFiles.filter(({ name }) => {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    return (type === 'all' || kindOf(name) === type) && (!extensions || extensions.includes(extension));
  });
  if (phone.cancelsChoosing || count === 0 || offered.length === 0) throw new WxFailure('cancel');
  const tempFiles = offered.slice(0, count).map(({ name, bytes }) => ({
    path: phone.files.addTemporary(bytes, name.slice(name.lastIndexOf('.') + 1).toLowerCase()),
    size: bytes.length,
    name,
    type: kindOf(name),
    // Documented: when it was sent, in seconds.
    time: 1_796_000_000,
  }));
  return { tempFiles };
}
