import { PictureField } from '../components/picture-field';
import type { usePicture } from './use-picture';

/** The picture above a code field, while one is asked for. */
export const CodePicture = ({ picture }: { readonly picture: ReturnType<typeof usePicture> }) =>
  picture.image === null ? null : (
    <PictureField
      image={picture.image}
      value={picture.answer}
      onChange={picture.setAnswer}
      onAnother={() => void picture.another.run()}
      error={picture.another.problem?.message}
    />
  );
