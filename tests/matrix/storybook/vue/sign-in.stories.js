import { defineComponent, h, ref } from "vue";
import { play, signIn } from "./ask.js";

const SignIn = defineComponent(() => {
  const text = ref("");
  const submit = async () => {
    text.value = await signIn();
  };
  return () => h("div", [h("button", { onClick: submit }, "Sign in"), h("p", { role: "status" }, text.value)]);
});

export default { title: "Sign in", component: SignIn, play };

export const Live = {};

export const Blocked = { parameters: { auth0: "oauth-ro/user-blocked" } };
