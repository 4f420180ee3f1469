import { useEffect, useState } from "react";
import preview from "./preview.ts";

function SignIn() {
  const [answer, setAnswer] = useState("loading");
  useEffect(() => {
    const send = async () => {
      const response = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
      const { error } = (await response.json()) as { readonly error: string };
      setAnswer(`${response.status} ${error}`);
    };
    void send();
  }, []);
  return <p role="status">{answer}</p>;
}

const meta = preview.meta({ title: "Sign in", component: SignIn, parameters: { auth0: "oauth-ro/access-denied" } });

export const Denied = meta.story();

export const Blocked = meta.story({ parameters: { auth0: "oauth-ro/user-blocked" } });
