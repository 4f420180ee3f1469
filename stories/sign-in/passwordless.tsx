import { useState } from "react";
import type { Api, Person, Recipient, Sent } from "./api.ts";
import { CodeForm } from "./code-form.tsx";
import { LinkSent } from "./link-sent.tsx";
import { SendForm } from "./send-form.tsx";
import type { AttemptOptions } from "./use-attempt.ts";

export interface PasswordlessProps extends AttemptOptions {
  readonly api: Api;
  readonly onSignedIn: (person: Person) => void;
  readonly onUsePassword: () => void;
  /** The connection that is selected first. */
  readonly connection: Recipient["connection"];
  /** How many seconds to wait before another code or link can be sent. */
  readonly resendAfter: number;
  /** Whether the form replaced another one. */
  readonly arrived: boolean;
}

/** Signs in with a code or a link: first asks for the recipient, then for the code. */
export function Passwordless(props: PasswordlessProps) {
  const { connection, resendAfter, onUsePassword, arrived, ...rest } = props;
  const [to, setTo] = useState<Recipient>({ connection, address: "" });
  const [sent, setSent] = useState<Sent["what"]>();
  const [isBack, setIsBack] = useState(false);

  function back() {
    setSent(undefined);
    setIsBack(true);
  }

  function useEmail() {
    setTo({ connection: "email", address: "" });
    back();
  }

  const common = { ...rest, to, resendAfter, onUsePassword };
  if (sent === "link") return <LinkSent {...common} onOtherAddress={back} />;
  if (sent === "code") return <CodeForm {...common} onOtherAddress={back} onUseEmail={useEmail} />;
  return (
    <SendForm
      {...rest}
      to={to}
      arrived={arrived || isBack}
      onUsePassword={onUsePassword}
      onSent={(delivery) => {
        setTo(delivery.to);
        setSent(delivery.what);
      }}
    />
  );
}
