import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PhotoThumb } from '../../../../components/photo-thumb';
import { TextLink } from '../../../../components/text-link';
import { previewPhoto } from '../../../../platform/preview-photo';
import { ROUTES } from '../../../../routes';
import { printedRows } from '../../order-flow/contract-rows';
import { FactTable } from '../../order-flow/fact-table';
import { goToPage } from '../../order-flow/go-on';
import { OrderSteps } from '../../order-flow/order-steps';
import { StepAction } from '../../order-flow/step-action';
import { PAPERS_TEXT } from '../../texts-papers';
import { SIGN_TEXT } from '../../texts-sign';
import { SignatureCard } from './signature-card';
import { useSign } from './use-sign';
import './index.scss';

type Sign = ReturnType<typeof useSign>;

function SignAction({ page }: { readonly page: Sign }) {
  const { sign, isSigned, isUndrawn, isStale, orderId } = page;
  if (isSigned) {
    return <StepAction onTap={() => void goToPage('applySealed', orderId)}>{SIGN_TEXT.toSealed}</StepAction>;
  }
  if (isUndrawn) {
    return <StepAction onTap={page.draw}>{SIGN_TEXT.drawFirst}</StepAction>;
  }
  const readAgain = { label: SIGN_TEXT.readAgain, onTap: () => void page.readAgain() };
  return (
    <StepAction
      problem={sign.problem}
      problemAction={isStale ? readAgain : undefined}
      pending={sign.pending}
      pendingLabel={SIGN_TEXT.signing}
      onTap={() => void sign.run()}
    >
      {SIGN_TEXT.sign}
    </StepAction>
  );
}

/** Everything that will be printed, in full, with the way back to where it was entered. */
function ToBePrinted({ page }: { readonly page: Sign }) {
  const { words, named, isSigned, orderId } = page;
  const change = (
    <TextLink label={`${SIGN_TEXT.change} ${SIGN_TEXT.check}`} onTap={() => void goToPage('applyParticulars', orderId)}>
      {SIGN_TEXT.change}
    </TextLink>
  );
  return words ? (
    <Card title={SIGN_TEXT.check} aside={isSigned ? undefined : change}>
      {!isSigned && <Text className="sign-page__lead">{SIGN_TEXT.checkLead}</Text>}
      <FactTable rows={words.groups.filter(({ of }) => of !== 'authority').flatMap(printedRows)} named={named} />
      {words.specialTerms.map((term) => (
        <Text key={term} className="sign-page__term">
          {term}
        </Text>
      ))}
    </Card>
  ) : null;
}

const lookAt = (path: string | null) => (path ? () => previewPhoto(path) : undefined);

function Photos({ page }: { readonly page: Sign }) {
  const { front, back, isSigned, orderId } = page;
  const retake = (
    <TextLink
      label={`${SIGN_TEXT.changePhotos} ${SIGN_TEXT.photos}`}
      onTap={() => void goToPage('applyPapers', orderId)}
    >
      {SIGN_TEXT.changePhotos}
    </TextLink>
  );
  return (
    <Card title={SIGN_TEXT.photos} aside={isSigned ? undefined : retake}>
      <View className="sign-page__photos">
        <PhotoThumb label={PAPERS_TEXT.front} src={front} tap="look" onTap={lookAt(front)} />
        <PhotoThumb label={PAPERS_TEXT.back} src={back} tap="look" onTap={lookAt(back)} />
      </View>
    </Card>
  );
}

/** 签署合同: looked over once more, then signed with one tap. */
export default function ApplySignPage() {
  const page = useSign();
  const { order, isSigned } = page;
  if (!order) {
    return <PageFrame title={ROUTES.applySign.title} load={page.frame} />;
  }
  return (
    <PageFrame title={ROUTES.applySign.title} load={page.frame} bottom={<SignAction page={page} />}>
      <OrderSteps current="signature" order={order} />
      {isSigned && <Notice>{SIGN_TEXT.signed}</Notice>}
      {page.isUnseen && (
        <Notice
          kind="warning"
          title={SIGN_TEXT.unseen}
          action={{ label: SIGN_TEXT.fetchAgain, onTap: page.fetchAgain }}
        >
          {SIGN_TEXT.unseenKept}
        </Notice>
      )}
      <ToBePrinted page={page} />
      <Photos page={page} />
      <SignatureCard
        isConfirmed={order.signature !== null}
        picture={page.signature}
        onOpen={isSigned ? null : page.draw}
      />
      {!isSigned && (
        <Card title={SIGN_TEXT.happens}>
          {SIGN_TEXT.steps.map((line, index) => (
            <View key={line} className="sign-page__step">
              <Text className="sign-page__number">{index + 1}</Text>
              <Text className="sign-page__line">{line}</Text>
            </View>
          ))}
        </Card>
      )}
    </PageFrame>
  );
}
