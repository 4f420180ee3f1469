import { type Component, createApp } from "vue";
import type { SeededScreen } from "../screen.ts";
import ButtonGoes from "./ButtonGoes.vue";
import CorrectBoundary from "./CorrectBoundary.vue";
import CorrectDialog from "./CorrectDialog.vue";
import CorrectFadingAlert from "./CorrectFadingAlert.vue";
import CorrectField from "./CorrectField.vue";
import CorrectNextStep from "./CorrectNextStep.vue";
import CorrectPanel from "./CorrectPanel.vue";
import CorrectRegion from "./CorrectRegion.vue";
import CorrectShownAlert from "./CorrectShownAlert.vue";
import FadingText from "./FadingText.vue";
import InterpolatedBody from "./InterpolatedBody.vue";
import InterpolatedError from "./InterpolatedError.vue";
import LateRegion from "./LateRegion.vue";
import MissingTranslation from "./MissingTranslation.vue";
import NotReactive from "./NotReactive.vue";
import OneSentence from "./OneSentence.vue";
import StaysDisabled from "./StaysDisabled.vue";
import TeleportedNowhere from "./TeleportedNowhere.vue";
import ToastPage from "./ToastPage.vue";

// Screens in Vue, as single file components.

function screen(
  name: string,
  fault: SeededScreen["fault"],
  component: Component,
  { props = {}, ...more }: Pick<SeededScreen, "attempts"> & { readonly props?: Record<string, unknown> } = {},
): SeededScreen {
  return {
    name: `Vue: ${name}`,
    fault,
    mount(element) {
      const app = createApp(component, props);
      app.mount(element);
      return () => app.unmount();
    },
    ...more,
  };
}

export const vueScreens: readonly SeededScreen[] = [
  screen("a variable that is not a ref", "silent", NotReactive),
  screen("teleported to an element that is missing", "silent", TeleportedNowhere),
  screen("the body of the response", "raw", InterpolatedBody),
  screen("the error", "raw", InterpolatedError),
  screen("the key of a text that is missing", "raw", MissingTranslation),
  screen("a text that fades in", "not announced", FadingText),
  screen("a region that is late", "not announced", LateRegion),
  screen("a toast", "not announced", ToastPage),
  screen("stays disabled", "dead end", StaysDisabled),
  screen("a button that goes", "dead end", ButtonGoes),
  screen("one sentence", "shared", OneSentence),
  screen("correct alert that fades", "none", CorrectFadingAlert),
  screen("correct alert that fades, with the same text twice", "none", CorrectFadingAlert, { attempts: 2 }),
  screen("correct alert that is shown", "none", CorrectShownAlert),
  screen("correct region", "none", CorrectRegion),
  screen("correct panel", "none", CorrectPanel),
  screen("correct toast", "none", ToastPage, { props: { role: "status" } }),
  screen("correct toast, with the same text twice", "none", ToastPage, { props: { role: "status" }, attempts: 2 }),
  screen("correct field", "none", CorrectField),
  screen("correct dialog", "none", CorrectDialog),
  screen("correct next step", "none", CorrectNextStep),
  screen("correct boundary", "none", CorrectBoundary),
];
