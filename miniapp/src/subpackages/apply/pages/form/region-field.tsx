import { useState } from 'react';
import { TextLink } from '../../../../components/text-link';
import { DraftTextInput } from '../../draft/draft-text-input';
import { REGION_TEXT } from '../../texts-form';
import { isListed, namesIn, type RegionNames } from './region-choice';
import { REGION_FIELDS, type RegionFieldProps } from './region-field-props';
import { RegionPicker } from './region-picker';
import { useRegions } from './use-regions';

/** Province, city and district: chosen from the list of the server; typed where it has none of the name, or did not come. */
export function RegionField(props: RegionFieldProps) {
  const { draft, onChange, onLeave, errorOf } = props;
  const { regions, loading } = useRegions();
  const [isTyping, setTyping] = useState(false);
  const names = namesIn(draft);
  const canChoose = regions !== null && isListed(regions, names);
  const choose = (chosen: RegionNames) => {
    for (const [level, field] of REGION_FIELDS.entries()) {
      onChange(field, chosen[level] ?? '');
      // What is still open is judged when the person goes on.
      if (chosen[level]) {
        onLeave(field);
      }
    }
  };
  if (loading) {
    return null;
  }
  if (isTyping || !canChoose) {
    return (
      <>
        {REGION_FIELDS.map((field) => (
          <DraftTextInput key={field} field={field} {...props} />
        ))}
        {canChoose && <TextLink onTap={() => setTyping(false)}>{REGION_TEXT.chooseInstead}</TextLink>}
      </>
    );
  }
  return (
    <>
      <RegionPicker regions={regions} names={names} errorOf={errorOf} onChoose={choose} />
      <TextLink onTap={() => setTyping(true)}>{REGION_TEXT.typeInstead}</TextLink>
    </>
  );
}
