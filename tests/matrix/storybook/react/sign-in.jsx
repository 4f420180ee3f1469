import * as React from "react";
import { signIn } from "./ask.js";

export function SignIn() {
  const [text, setText] = React.useState("");
  const submit = () => void signIn().then(setText);
  return (
    <div>
      <button onClick={submit}>Sign in</button>
      <p role="status">{text}</p>
    </div>
  );
}
