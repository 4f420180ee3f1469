import { useState } from "react";
import type { Person } from "./api.ts";
import { Mark, Scene } from "./brand.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SignedIn } from "./signed-in.tsx";
import type { SignInOptions } from "./use-sign-in.ts";
import "./sign-in.css";

export type SignInPageProps = Omit<SignInOptions, "onSignedIn">;

/** The page at which people sign in to Tarn. */
export function SignInPage(props: SignInPageProps) {
  const [person, setPerson] = useState<Person>();
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
          <SignInForm {...props} onSignedIn={setPerson} />
        )}
      </main>
      <Scene />
    </div>
  );
}
