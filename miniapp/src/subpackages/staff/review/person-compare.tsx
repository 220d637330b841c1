import type { StaffOrderPerson } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { STAFF_TEXT } from '../text';
import { compareNames, compareNumbers, type TextPart } from './compare-texts';
import './person-compare.scss';

interface LineProps {
  readonly label: string;
  readonly verified: string;
  /** Null: nothing was made out. */
  readonly read: readonly TextPart[] | null;
}

const Line = ({ label, verified, read }: LineProps) => (
  <View className="person-compare__line">
    <Text className="person-compare__label">{label}</Text>
    <Text className="person-compare__verified" selectable>
      {verified}
    </Text>
    <View className="person-compare__read">
      {read ? (
        read.map(({ text, differs }, index) => (
          <Text
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
            key={index}
            className={differs ? 'person-compare__differs' : ''}
          >
            {text}
          </Text>
        ))
      ) : (
        <Text className="person-compare__unread">{STAFF_TEXT.unread}</Text>
      )}
    </View>
  </View>
);

/** Name and number as verified, each over what a machine read of the photo, sign under sign. */
export const PersonCompare = ({ person }: { readonly person: StaffOrderPerson }) => {
  const { name = null, idNumber = null } = person.card ?? {};
  return (
    <View className="person-compare">
      <View className="person-compare__line person-compare__line--head">
        <Text className="person-compare__label" />
        <Text className="person-compare__verified">{STAFF_TEXT.verified}</Text>
        <Text className="person-compare__read">{STAFF_TEXT.cardRead}</Text>
      </View>
      <Line
        label={STAFF_TEXT.nameShort}
        verified={person.name}
        read={name === null ? null : compareNames(person.name, name)}
      />
      <Line
        label={STAFF_TEXT.numberShort}
        verified={person.idNumber}
        read={idNumber === null ? null : compareNumbers(person.idNumber, idNumber)}
      />
    </View>
  );
};
