import Taro from '@tarojs/taro';
import type { FetchedFile, FetchToFileRequest } from './fetched-file';
import { ownCopy } from './own-files.weapp';

const readText = (path: string): string => {
  try {
    return String(Taro.getFileSystemManager().readFileSync(path, 'utf8'));
  } catch {
    return '';
  }
};

export async function fetchToFile({ url, header, timeoutMs }: FetchToFileRequest): Promise<FetchedFile> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header, timeout: timeoutMs });
  return statusCode === 200
    ? { status: 200, filePath: await ownCopy(tempFilePath), errorText: '' }
    : { status: statusCode, filePath: null, errorText: readText(tempFilePath) };
}
