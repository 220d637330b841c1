export interface FetchToFileRequest {
  readonly url: string;
  readonly header: Record<string, string>;
  readonly timeoutMs: number;
}

/** `filePath` for status 200, otherwise the text of the answer. */
export interface FetchedFile {
  readonly status: number;
  readonly filePath: string | null;
  readonly errorText: string;
}
