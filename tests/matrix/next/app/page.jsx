"use client";
import { useState } from "react";
import { signIn } from "./ask.js";

export default function Page() {
  const [text, setText] = useState("");
  return (
    <main>
      <button onClick={() => void signIn().then(setText)}>Sign in</button>
      <p role="status">{text}</p>
    </main>
  );
}
