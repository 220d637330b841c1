import { endpoints, type OrderView } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { applicantSession } from '../../../../api/sessions';
import { deviceId } from '../../../../features/device-id';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { type Load, useLoad } from '../../../../features/use-load';
import { usePicture } from '../../../../features/use-picture';
import { navigateBack } from '../../../../platform/navigation';
import { goOn, goToPage } from '../../order-flow/go-on';
import { pageInstead } from '../../order-flow/step-place';
import {
  checkPerson,
  checkPersonField,
  hasErrors,
  NO_ERRORS,
  type PersonErrors,
  type PersonField,
  personErrorsOf,
  type TypedPerson,
} from './check-person';
import { personDraft } from './person-draft';

// Another person may sign in on this phone; what was typed belongs to the one before. A page that is open keeps its own.
applicantSession.onEnded(personDraft.forget);

/** The typed person with what is wrong with it. */
function usePersonForm() {
  const [person, setPerson] = useState<TypedPerson>(personDraft.read);
  const [errors, setErrors] = useState<PersonErrors>(NO_ERRORS);
  const setError = (field: PersonField, error: string | null) => setErrors((old) => ({ ...old, [field]: error }));

  return {
    person,
    errors,
    setErrors,
    type: (field: PersonField, value: string) => {
      const typed = { ...person, [field]: value };
      setPerson(typed);
      personDraft.keep(typed);
      setError(field, null);
    },
    /** Checks a field that was left; an untouched one is left alone. */
    leave: (field: PersonField) =>
      setError(field, person[field] === '' ? null : checkPersonField(field, person[field])),
  };
}

/** The application this is a step of; without one (from 我的) there is only the account. */
function useOptionalOrder(orderId: string | undefined): Load<OrderView | null> {
  const order = useLoad(
    async () => (orderId ? call(endpoints.orders.readOrder, { params: { orderId } }) : null),
    orderId ?? '',
  );
  const elsewhere = order.data && pageInstead(order.data, 'identity');
  useEffect(() => {
    if (elsewhere && orderId) {
      void goToPage(elsewhere, orderId);
    }
  }, [elsewhere, orderId]);
  return order;
}

/** Proof of a number that is not the account's own: a code that goes to it. Asked for by the server only. */
function usePhoneProof(phone: string) {
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();
  const picture = usePicture();
  const send = useAction(async () => {
    const { resendAfterSeconds } = await picture.ask((wish) =>
      call(endpoints.identity.requestPhoneCode, { body: { phone, ...wish } }),
    );
    countdown.start(resendAfterSeconds);
    setSentTo(phone);
  });
  return {
    code,
    setCode,
    sentTo,
    secondsLeft: countdown.secondsLeft,
    picture,
    send,
    read: async () => (code && sentTo === phone ? { phoneCode: code, deviceId: await deviceId() } : {}),
  };
}

/** State of step ①. */
export function useIdentity(orderId: string | undefined) {
  const account = useLoad(() => call(endpoints.account.readAccount), 'account');
  const order = useOptionalOrder(orderId);
  const form = usePersonForm();
  const [consent, setConsent] = useState(false);
  const [consentMissing, setConsentMissing] = useState(false);

  const goOnFromHere = useAction(async () => {
    if (!orderId) {
      await navigateBack();
      return;
    }
    // Read again: being verified moves the order on.
    await goOn(await call(endpoints.orders.readOrder, { params: { orderId } }));
  });

  const phoneProof = usePhoneProof(form.person.phone);

  const verify = useAction(async () => {
    const { name, idNumber, phone } = form.person;
    const proof = await phoneProof.read();
    const verified = await call(endpoints.identity.verifyIdentity, { body: { name, idNumber, phone, ...proof } });
    personDraft.forget();
    account.setData(verified);
    await goOnFromHere.run();
  });

  // Verified meanwhile on another device: show that.
  const isVerifiedElsewhere = verify.problem?.code === 'identity.already_verified';
  const reloadAccount = account.reload;
  useEffect(() => {
    if (isVerifiedElsewhere) {
      void reloadAccount();
    }
  }, [isVerifiedElsewhere, reloadAccount]);

  const submit = () => {
    const errors = checkPerson(form.person);
    form.setErrors(errors);
    setConsentMissing(!consent);
    if (!hasErrors(errors) && consent) {
      void verify.run();
    }
  };

  const refused = personErrorsOf(verify.problem);
  const asksForProof = /^(identity\.phone_code|auth\.code)_/.test(verify.problem?.code ?? '');
  return {
    phoneProof,
    needsPhoneProof: asksForProof || phoneProof.sentTo === form.person.phone,
    account,
    order,
    person: form.person,
    errors: {
      name: form.errors.name ?? refused.name,
      idNumber: form.errors.idNumber ?? refused.idNumber,
      phone: form.errors.phone ?? refused.phone,
    },
    type: (field: PersonField, value: string) => {
      form.type(field, value);
      verify.clearProblem();
    },
    leave: form.leave,
    consent,
    consentMissing,
    agree: (ticked: boolean) => {
      setConsent(ticked);
      setConsentMissing(false);
    },
    verify,
    submit,
    goOnFromHere,
  };
}
