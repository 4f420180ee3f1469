import { type ComponentProps, useState } from "react";

/** A password input whose content can be shown. */
export function PasswordInput(props: ComponentProps<"input">) {
  const [shown, setShown] = useState(false);
  return (
    <span className="password">
      <input {...props} type={shown ? "text" : "password"} />
      <button
        type="button"
        className="reveal"
        aria-label="Show password"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
          <circle cx="12" cy="12" r="2.75" />
          {shown && <path d="m4 4 16 16" />}
        </svg>
      </button>
    </span>
  );
}
