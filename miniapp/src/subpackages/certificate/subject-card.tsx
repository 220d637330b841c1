import type { CertificateSubject } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { SUBJECT_LABELS } from '../../text/certificate-labels';
import './certificate.scss';

interface SubjectCardProps {
  readonly title: string;
  readonly subject: CertificateSubject;
  readonly note?: string;
}

/** What a certificate says of its holder, or will say. */
export const SubjectCard = ({ title, subject, note }: SubjectCardProps) => (
  <Card title={title}>
    {subject.map(({ type, value }) => (
      <ListRow key={type} label={SUBJECT_LABELS[type]} value={value} />
    ))}
    {note && <Text className="certificate__note">{note}</Text>}
  </Card>
);
