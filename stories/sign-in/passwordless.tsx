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
  /** How the code is sent at first. */
  readonly connection: Recipient["connection"];
  /** How many seconds to wait before another code or link can be sent. */
  readonly resendAfter: number;
  /** Whether it took the place of another form. */
  readonly arrived: boolean;
}

/** Signs in with a code or a link: first where to send it, then what to do with it. */
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
      onSent={(news) => {
        setTo(news.to);
        setSent(news.what);
      }}
    />
  );
}
