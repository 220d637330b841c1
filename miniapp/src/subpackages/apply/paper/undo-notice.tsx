import { Notice } from '../../../components/notice';
import { ATTACHMENT_TEXT } from '../texts-form';

/** After a photo was removed: the way back. */
export const UndoNotice = ({ onUndo }: { readonly onUndo: (() => void) | null }) =>
  onUndo && <Notice action={{ label: ATTACHMENT_TEXT.undo, onTap: onUndo }}>{ATTACHMENT_TEXT.removed}</Notice>;
