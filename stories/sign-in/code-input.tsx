import type { ComponentProps } from "react";

/** An input that keeps only the digits of a code. */
export function CodeInput({ onInput, ...props }: ComponentProps<"input">) {
  return (
    <input
      {...props}
      className="code"
      autoComplete="one-time-code"
      inputMode="numeric"
      onInput={(event) => {
        const { value } = event.currentTarget;
        const digits = codeIn(value);
        if (digits !== value) event.currentTarget.value = digits;
        onInput?.(event);
      }}
    />
  );
}

/** Returns the code in a text, such as "123 456" or "Your code is 123456." */
function codeIn(text: string): string {
  const [whole = text] = /\d(?:[ -]?\d){5}/.exec(text) ?? [];
  return whole.replaceAll(/\D/g, "");
}
