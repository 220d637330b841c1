import { type AnyEndpoint, buildPath, type ClientInput, type EndpointResponse } from '@acceptance/shared';
import Taro from '@tarojs/taro';
import { sendAuthorized } from './authorized-send';
import { NetworkError } from './network-error';
import { parseJson } from './parse-json';
import { readAnswer } from './read-answer';
import { sendWhenFree } from './send-when-free';
import { sessionFor } from './sessions';
import { API_BASE_URL, apiHeader, TRANSFER_TIMEOUT_MS } from './transport';

/** A file on the device: a temporary path in the mini-program, an object URL in a browser. */
export interface LocalFile {
  readonly path: string;
  readonly fileName: string;
}

interface UploadOptions {
  /** Whole percent, 0–100. */
  readonly onProgress?: (percent: number) => void;
}

async function sendFile(
  path: string,
  file: LocalFile,
  fields: Record<string, string>,
  accessToken: string | undefined,
  { onProgress }: UploadOptions,
): Promise<unknown> {
  const task = Taro.uploadFile({
    url: `${API_BASE_URL}${path}`,
    filePath: file.path,
    fileName: file.fileName,
    name: 'file',
    formData: fields,
    header: apiHeader(accessToken),
    timeout: TRANSFER_TIMEOUT_MS,
  });
  if (onProgress) {
    task.progress(({ progress }) => onProgress(progress));
  }
  const answer = await task.catch((failure: unknown) => {
    throw NetworkError.of(failure);
  });
  return readAnswer({ status: answer.statusCode, body: parseJson(answer.data) });
}

/** Sends one file (part `file`) with the body fields of a multipart endpoint. Errors as `call`. */
export async function uploadFile<E extends AnyEndpoint>(
  endpoint: E,
  input: ClientInput<E>,
  file: LocalFile,
  options: UploadOptions = {},
): Promise<EndpointResponse<E>> {
  const { body = {}, ...target } = input as { readonly body?: Record<string, string> };
  const path = buildPath(endpoint, target);
  const send = (accessToken?: string) => sendWhenFree(() => sendFile(path, file, body, accessToken, options));
  const session = sessionFor(endpoint);
  return (session ? await sendAuthorized(session, send) : await send()) as EndpointResponse<E>;
}
