import { DraftTextInput } from '../../draft/draft-text-input';
import { REGION_FIELDS, type RegionFieldProps } from './region-field-props';

/** Province, city and district, typed: a browser has no list of them. */
export const RegionField = ({ draft, errorOf, onChange, onLeave }: RegionFieldProps) => (
  <>
    {REGION_FIELDS.map((field) => (
      <DraftTextInput key={field} field={field} draft={draft} errorOf={errorOf} onChange={onChange} onLeave={onLeave} />
    ))}
  </>
);
