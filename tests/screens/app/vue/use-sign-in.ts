import { type Ref, ref } from "vue";
import { signIn } from "../screen.ts";

/** The state that most forms in Vue keep. */
export function useSignIn() {
  const error: Ref<unknown> = ref();
  const isSending = ref(false);
  async function submit(email: string, password: string) {
    error.value = undefined;
    isSending.value = true;
    try {
      await signIn(email, password);
    } catch (caught) {
      error.value = caught;
    } finally {
      isSending.value = false;
    }
  }
  return { error, isSending, submit };
}
