import type { FetchedFile, FetchToFileRequest } from './fetched-file';

/** GETs bytes into an object URL. Rejects only when there was no answer. */
export async function fetchToFile({ url, header, timeoutMs }: FetchToFileRequest): Promise<FetchedFile> {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), timeoutMs);
  try {
    const answer = await fetch(url, { headers: header, signal: aborter.signal });
    if (answer.status !== 200) {
      return { status: answer.status, filePath: null, errorText: await answer.text() };
    }
    return { status: 200, filePath: URL.createObjectURL(await answer.blob()), errorText: '' };
  } finally {
    clearTimeout(timer);
  }
}
