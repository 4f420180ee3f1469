import type { NextStep } from "./message.ts";

/** The steps that the page performs itself, without navigation. */
export type Takes = Readonly<Partial<Record<NextStep, () => void>>>;

/** The links of the other steps. In a real product these are pages. Here they stay on the story. */
export const links = {
  "reset-password": { label: "Reset your password", href: "#reset-password" },
  "continue-securely": { label: "Continue securely", href: "#continue" },
  "contact-support": { label: "Contact support", href: "#support" },
} as const;

const buttons: Readonly<Partial<Record<NextStep, string>>> = {
  "use-password": "Use your password",
  "use-code": "Sign in with a code",
  "use-email": "Use email",
  "send-new-code": "Send a new code",
};

interface NextStepsProps {
  readonly next: readonly NextStep[];
  readonly takes?: Takes | undefined;
}

/** The next steps of a message, except correcting a field and trying again. */
export function NextSteps({ next, takes }: NextStepsProps) {
  const steps = next.flatMap((step): readonly Step[] => {
    if (isLink(step)) return [{ step, ...links[step] }];
    const label = buttons[step];
    const take = takes?.[step];
    return label && take ? [{ step, label, take }] : [];
  });
  if (steps.length === 0) return null;
  return (
    <ul className="next-steps">
      {steps.map(({ step, label, href, take }) => (
        <li key={step}>
          {href ? (
            <a href={href}>{label}</a>
          ) : (
            <button type="button" className="link" onClick={take}>
              {label}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface Step {
  readonly step: NextStep;
  readonly label: string;
  readonly href?: string;
  readonly take?: () => void;
}

function isLink(step: NextStep): step is keyof typeof links {
  return Object.hasOwn(links, step);
}
