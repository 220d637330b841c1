/** Yuan as people type them, in fen; null for what is no amount. No fraction is ever computed with. */
export function fenTyped(typed: string): number | null {
  const [, yuan, part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.trim().replaceAll(/[,，¥￥]/g, '')) ?? [];
  const fen = yuan === undefined ? 0 : Number(yuan) * 100 + Number(part.padEnd(2, '0'));
  return fen > 0 ? fen : null;
}
