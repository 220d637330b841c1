/** What a file may cost before it is refused. Contracts of ours are far below each of them. */
export const limits = {
  pdfBytes: 8 * 1024 * 1024,
  /** Values within values, in a PDF. */
  pdfDepth: 24,
  pdfObjects: 20_000,
  /** Names, numbers, strings, brackets of all objects together. */
  pdfValues: 400_000,
  revisions: 8,
  /** Of one hexadecimal string: a signature with its time stamp, or an attachment's name. */
  hexBytes: 64 * 1024,
  /** One certificate, list or status answer of the revocation data, inflated. */
  evidenceBytes: 256 * 1024,
  evidenceStreams: 64,
  /** All of it together. */
  evidenceTotal: 4 * 1024 * 1024,
  certificates: 10,
  certificateBytes: 16 * 1024,
  path: 6,
  /** Signatures of certificates that one search for a path may check. */
  pathSteps: 40,
  rsaBits: { least: 2048, most: 8192 },
  rsaExponent: { least: 3n, most: (1n << 64n) - 1n },
} as const;
