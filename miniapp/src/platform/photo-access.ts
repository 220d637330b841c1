/**
 * Why camera and album stay shut. `permission`: refused to this mini-program; `system`: the phone refuses them to WeChat;
 * `privacy`: no consent to the privacy guideline; `undeclared`: the operator has not declared them to WeChat.
 */
export type AccessRefusal = 'permission' | 'system' | 'privacy' | 'undeclared';

/** What a failed wx call was refused for, from its `errMsg` and `errno` (104 no consent, 112 not declared); else null. */
export function accessRefusalOf(failure: unknown): AccessRefusal | null {
  const { errMsg, errno } = (failure ?? {}) as { readonly errMsg?: unknown; readonly errno?: unknown };
  const text = String(errMsg ?? failure);
  if (errno === 112 || /not declared in the privacy/i.test(text)) {
    return 'undeclared';
  }
  if (errno === 104 || /privacy permission/i.test(text)) {
    return 'privacy';
  }
  if (/system permission/i.test(text)) {
    return 'system';
  }
  return errno === 103 || /auth|den(y|ied)|permission/i.test(text) ? 'permission' : null;
}

/** What became of a second try: `unknown` when only the next photo will tell. */
export type AccessOutcome = 'given' | 'refused' | 'too-soon' | 'unknown';
