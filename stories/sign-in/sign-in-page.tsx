import { useMemo, useState } from "react";
import { createApi, type Person, type Recipient } from "./api.ts";
import { Mark, Scene } from "./brand.tsx";
import { DeviceForm } from "./device-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Passwordless } from "./passwordless.tsx";
import { SignedIn } from "./signed-in.tsx";
import type { AttemptOptions } from "./use-attempt.ts";
import "./sign-in.css";

export type Way = "password" | "passwordless" | "device";

export interface SignInPageProps extends AttemptOptions {
  /** The domain of the tenant. */
  readonly domain?: string;
  /** The form that is shown first. */
  readonly way?: "password" | "passwordless";
  /** The user who signed in on this device before. Their form is shown first. */
  readonly remembered?: Person | undefined;
  /** The connection that is selected first. */
  readonly connection?: Recipient["connection"];
  /** How many seconds to wait before another code or link can be sent. */
  readonly resendAfter?: number;
}

/** The sign-in page of Tarn. */
export function SignInPage(props: SignInPageProps) {
  const [person, setPerson] = useState<Person>();
  const [remembered, setRemembered] = useState(props.remembered);

  function welcome(arrived: Person) {
    setPerson(arrived);
    setRemembered(arrived);
  }

  return (
    <div className="page">
      <main className="panel">
        <p className="brand">
          <Mark />
          Tarn
        </p>
        {person ? (
          <SignedIn person={person} onSignOut={() => setPerson(undefined)} />
        ) : (
          <SignIn {...props} remembered={remembered} onSignedIn={welcome} />
        )}
      </main>
      <Scene />
    </div>
  );
}

interface SignInProps extends SignInPageProps {
  readonly onSignedIn: (person: Person) => void;
}

/** The forms of the page, one at a time. */
export function SignIn(props: SignInProps) {
  const {
    domain = "demo.eu.auth0.com",
    way: first = "password",
    remembered,
    connection = "email",
    resendAfter = 30,
    ...common
  } = props;
  const api = useMemo(() => createApi(domain), [domain]);
  const [selected, setSelected] = useState<Way>();
  const way = selected ?? (remembered ? "device" : first);
  const form = { ...common, api, arrived: selected !== undefined };
  const usePassword = () => setSelected("password");

  if (way === "device" && remembered) {
    return <DeviceForm {...form} remembered={remembered} onUsePassword={usePassword} />;
  }
  if (way === "passwordless") {
    return <Passwordless {...form} connection={connection} resendAfter={resendAfter} onUsePassword={usePassword} />;
  }
  return <PasswordForm {...form} onUseCode={() => setSelected("passwordless")} />;
}
