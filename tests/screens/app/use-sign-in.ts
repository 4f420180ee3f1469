import { useState } from "react";
import { signIn } from "./screen.ts";

/** The state that most forms in React keep. */
export function useSignIn() {
  const [error, setError] = useState<unknown>();
  const [loading, setLoading] = useState(false);
  async function submit(email: string, password: string) {
    setError(undefined);
    setLoading(true);
    try {
      await signIn(email, password);
    } catch (caught) {
      setError(caught);
    } finally {
      setLoading(false);
    }
  }
  return { error, loading, submit };
}
