import type { NamePicture } from '@acceptance/shared';
import { Image, View } from '@tarojs/components';
import './name-picture.scss';
import { namePictureSize } from './name-picture-size';

export interface NamePictureViewProps {
  readonly picture: NamePicture;
  /** As typed, for who hears the page. */
  readonly name: string;
}

/** A name that no font has, as the contract prints it: in line with text of its size. */
export function NamePictureView({ picture, name }: NamePictureViewProps) {
  const { width, height } = namePictureSize(picture);
  // Sized by what is around the image: in a browser an image's own em is 0.
  return (
    <View className="name-picture" style={{ width: `${width}em`, height: `${height}em` }}>
      <Image className="name-picture__image" mode="scaleToFill" src={picture.image} ariaLabel={name} />
    </View>
  );
}
