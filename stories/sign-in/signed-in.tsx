import { useLayoutEffect, useRef } from "react";
import type { Person } from "./api.ts";

interface SignedInProps {
  readonly person: Person;
  readonly onSignOut: () => void;
}

export function SignedIn({ person, onSignOut }: SignedInProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  // The focus is gone with the form. Without this, a screen reader stays silent.
  useLayoutEffect(() => heading.current?.focus(), []);

  return (
    <section className="signed-in">
      <span className="avatar" aria-hidden="true">
        {person.name.slice(0, 1)}
      </span>
      <h1 ref={heading} tabIndex={-1}>
        Signed in as {person.name}
      </h1>
      <p className="quiet">{person.account}</p>
      <button type="button" className="button button-plain" onClick={onSignOut}>
        Sign out
      </button>
    </section>
  );
}
