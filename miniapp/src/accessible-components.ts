const ATTRIBUTES = {
  role: '',
  'aria-label': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-hidden': '',
};

/** Components that take the attributes of the screen reader, in the form of Taro's template patch. */
export const ACCESSIBLE_COMPONENTS = {
  View: ATTRIBUTES,
  Text: ATTRIBUTES,
  Button: ATTRIBUTES,
  Image: ATTRIBUTES,
  Canvas: ATTRIBUTES,
  Input: ATTRIBUTES,
  Textarea: ATTRIBUTES,
  Switch: ATTRIBUTES,
  Picker: ATTRIBUTES,
  ScrollView: ATTRIBUTES,
};
