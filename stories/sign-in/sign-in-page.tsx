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
  /** The tenant that signs people in. */
  readonly domain?: string;
  /** Which form comes first. */
  readonly way?: "password" | "passwordless";
  /** Who has signed in on this device before: they come first. */
  readonly remembered?: Person | undefined;
  /** How a code is sent at first. */
  readonly connection?: Recipient["connection"];
  /** How many seconds to wait before another code or link can be sent. */
  readonly resendAfter?: number;
}

/** The page at which people sign in to Tarn. */
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
  const [chosen, setChosen] = useState<Way>();
  const way = chosen ?? (remembered ? "device" : first);
  const form = { ...common, api, arrived: chosen !== undefined };
  const usePassword = () => setChosen("password");

  if (way === "device" && remembered) {
    return <DeviceForm {...form} remembered={remembered} onUsePassword={usePassword} />;
  }
  if (way === "passwordless") {
    return <Passwordless {...form} connection={connection} resendAfter={resendAfter} onUsePassword={usePassword} />;
  }
  return <PasswordForm {...form} onUseCode={() => setChosen("passwordless")} />;
}
