/** The values that a script gives to these options of a command. `vitest --config x.ts` gives `x.ts`. */
export function optionValues(script: string, command: string, options: readonly string[]): string[] {
  return script.split(/[&;|]/).flatMap((part) => {
    const words = part.split(/[\s=]+/);
    const at = words.findIndex((word) => word.split(/\W/).includes(command));
    return words.filter((word, index) => {
      const isValue = at !== -1 && index > at + 1 && options.includes(words[index - 1] ?? "");
      return isValue && word !== "" && !word.startsWith("-");
    });
  });
}
