import { TextLink } from '../../../../components/text-link';
import { useSettings } from '../../../../features/settings';
import { dial } from '../../../../platform/dial';
import { TROUBLE_TEXT } from '../../../../text/troubles';

/** The service desk's number, to be called by a tap. */
export function ServiceLink() {
  const phone = useSettings().data?.servicePhone;
  return phone ? <TextLink onTap={() => dial(phone)}>{TROUBLE_TEXT.call(phone)}</TextLink> : null;
}
