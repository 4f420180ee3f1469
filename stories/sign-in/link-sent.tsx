import { useState } from "react";
import type { Api, Recipient } from "./api.ts";
import { AttemptForm, clock } from "./attempt-form.tsx";
import { FormHeading } from "./form-heading.tsx";
import { whyNotSentAgain } from "./passwordless-messages.ts";
import { type AttemptOptions, useAttempt } from "./use-attempt.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";

interface LinkSentProps extends AttemptOptions {
  readonly api: Api;
  /** Where the link was sent. */
  readonly to: Recipient;
  readonly resendAfter: number;
  readonly onOtherAddress: () => void;
  readonly onUsePassword: () => void;
}

const noFields = [] as const;
const doing = "Sending you a new link…";

/** Shows where the link was sent, and can send a new one. */
export function LinkSent(props: LinkSentProps) {
  const { api, to, resendAfter, onOtherAddress, onUsePassword, ...options } = props;
  const attempt = useAttempt(options, noFields);
  const [sentAt, setSentAt] = useState(Date.now);
  const secondsLeft = useSecondsUntil(sentAt + resendAfter * 1000);

  function sendAgain() {
    void attempt.start({
      doing,
      request: (signal) => api.send("link", to, signal),
      whyNot: (error) => whyNotSentAgain(error, to),
      onDone: () => setSentAt(Date.now()),
    });
  }

  return (
    <AttemptForm
      attempt={attempt}
      action={secondsLeft > 0 ? `Send a new link in ${clock(secondsLeft)}` : "Send a new link"}
      doing={doing}
      plain
      takes={{ "use-password": onUsePassword }}
      early={secondsLeft > 0}
      onSubmit={sendAgain}
      heading={
        <FormHeading picture={<Envelope />} title="Check your inbox" arrived>
          We’ve sent a link to <strong>{to.address}</strong>. Open it on this device, and you’re in. You can close this
          page.
        </FormHeading>
      }
      after={
        <p className="after">
          <button type="button" className="link" onClick={onOtherAddress}>
            Use another address
          </button>
        </p>
      }
    />
  );
}

function Envelope() {
  return (
    <svg className="envelope" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 6.5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Zm-.5.75L12 13l7.5-5.75" />
    </svg>
  );
}
