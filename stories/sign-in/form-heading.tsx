import { type ReactNode, useLayoutEffect, useRef } from "react";

interface FormHeadingProps {
  readonly picture?: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  /** Whether the form replaced another one on the same page. */
  readonly arrived: boolean;
}

/** The heading of a form. */
export function FormHeading({ picture, title, children, arrived }: FormHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  // The focus is gone with the previous form. Without this, a screen reader stays silent.
  useLayoutEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived]);

  return (
    <hgroup>
      {picture}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="quiet">{children}</p>
    </hgroup>
  );
}
