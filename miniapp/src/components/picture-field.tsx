import { Image, View } from '@tarojs/components';
import { FOCUSABLE } from '../platform/keyboard';
import { COMPONENT_TEXT } from '../text/components';
import { TextField } from './text-field';
import './picture-field.scss';

export interface PictureFieldProps {
  /** `data:image/png;base64,…`; empty while it is being fetched. */
  readonly image: string;
  readonly value: string;
  readonly onChange: (answer: string) => void;
  readonly onAnother: () => void;
  readonly onConfirm?: () => void;
  readonly error?: string | null;
}

/** Four characters in a picture; a tap on it fetches another. */
export const PictureField = ({ image, value, onChange, onAnother, onConfirm, error = null }: PictureFieldProps) => (
  <TextField
    label={COMPONENT_TEXT.picture}
    maxLength={4}
    placeholder={COMPONENT_TEXT.picturePlaceholder}
    value={value}
    onChange={onChange}
    onConfirm={onConfirm}
    after={
      <View
        className="picture-field"
        role="button"
        {...FOCUSABLE}
        aria-label={COMPONENT_TEXT.pictureOf}
        onClick={onAnother}
      >
        <Image className="picture-field__image" mode="aspectFit" src={image} />
      </View>
    }
    error={error}
    hint={COMPONENT_TEXT.otherPicture}
  />
);
