import { type ComponentProps, type ReactNode, useId } from "react";
import { links } from "./links.ts";
import type { FieldMessage } from "./messages.ts";

interface FieldProps extends ComponentProps<"input"> {
  readonly label: string;
  /** What stands at the other end of the label's line. */
  readonly aside?: ReactNode;
  readonly message: FieldMessage | undefined;
  readonly as?: (props: ComponentProps<"input">) => ReactNode;
}

/** A labelled input with the message that is about it. */
export function Field({ label, aside, message, as: Input = PlainInput, ...input }: FieldProps) {
  const id = useId();
  const messageId = `${id}-message`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {aside}
      <Input {...input} id={id} aria-invalid={message !== undefined} aria-describedby={message && messageId} />
      {message && (
        <p className="field-message" id={messageId} role="alert">
          {message.text}{" "}
          {message.next.includes("reset-password") && (
            <a href={links["reset-password"].href}>{links["reset-password"].label}</a>
          )}
        </p>
      )}
    </div>
  );
}

function PlainInput(props: ComponentProps<"input">) {
  return <input {...props} />;
}
