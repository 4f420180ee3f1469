import { type ComponentProps, type ReactNode, useId } from "react";
import type { FieldMessage } from "./message.ts";
import { NextSteps, type Takes } from "./next-steps.tsx";

interface FieldProps extends ComponentProps<"input"> {
  readonly label: string;
  /** Content at the other end of the line with the label. */
  readonly aside?: ReactNode;
  /** How to fill in the field, shown while there is no message. */
  readonly hint?: string;
  readonly message: FieldMessage | undefined;
  readonly takes?: Takes | undefined;
  readonly as?: (props: ComponentProps<"input">) => ReactNode;
}

/** A labelled input with its message. */
export function Field({ label, aside, hint, message, takes, as: Input = PlainInput, ...input }: FieldProps) {
  const id = useId();
  const aboutId = `${id}-about`;
  const isDescribed = message !== undefined || hint !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {aside}
      <Input
        {...input}
        id={id}
        aria-invalid={message !== undefined && !message.asks}
        aria-describedby={isDescribed ? aboutId : undefined}
      />
      {message ? (
        <div className={message.asks ? "field-hint" : "field-message"} id={aboutId} role="alert">
          {message.text} <NextSteps next={message.next} takes={takes} />
        </div>
      ) : (
        hint && (
          <p className="field-hint" id={aboutId}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

function PlainInput(props: ComponentProps<"input">) {
  return <input {...props} />;
}
