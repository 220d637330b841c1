import Taro from '@tarojs/taro';

/** Writes the bytes into the program's own folder, over an earlier file of that name; answers the path for `saveFile`. */
export const bytesToFile = async (
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  _mediaType: string,
): Promise<string> => {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`;
  Taro.getFileSystemManager().writeFileSync(path, bytes.slice().buffer, 'binary');
  return path;
};
