import { PageFrame } from '../../../../components/page-frame';
import { ROUTES } from '../../../../routes';
import { DeletionCard } from './deletion-card';
import { ExportCard } from './export-card';
import './index.scss';
import { useMyData } from './use-my-data';

export default function MyDataPage() {
  const page = useMyData();
  return (
    <PageFrame title={ROUTES.myData.title} load={page.load}>
      {!page.deleting && <ExportCard {...page} />}
      <DeletionCard {...page} />
    </PageFrame>
  );
}
