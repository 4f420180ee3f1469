import type { NoticeMessage } from "./message.ts";
import { NextSteps, type Takes } from "./next-steps.tsx";

interface NoticeProps {
  readonly message: NoticeMessage;
  /** The reference that support finds this attempt by. */
  readonly reference: string;
  readonly takes: Takes | undefined;
}

/** A message for the whole attempt, with its next steps. */
export function Notice({ message, reference, takes }: NoticeProps) {
  return (
    <div className="notice" data-group={message.group} role="alert">
      <Icon group={message.group} />
      <div>
        <h2>{message.title}</h2>
        <p>{message.text}</p>
        {message.group === "fault" && (
          <p className="reference">
            Reference <code>{reference}</code>
          </p>
        )}
        <NextSteps next={message.next} takes={takes} />
      </div>
    </div>
  );
}

const shapes: Readonly<Record<NoticeMessage["group"], string>> = {
  wait: "M12 7.5V12l3 2M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z",
  continue: "M12 3.5 5 6v5.5c0 4.5 2.9 7.6 7 9 4.1-1.4 7-4.5 7-9V6Zm-3 8.25 2.25 2.25L15.25 10",
  help: "M8 10.5V8a4 4 0 0 1 8 0v2.5m-9.5 0h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z",
  fault: "M12 8.5v4.25m0 3.25v.01M12 4 3.25 19.5h17.5Z",
};

function Icon({ group }: { readonly group: NoticeMessage["group"] }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[group]} />
    </svg>
  );
}
