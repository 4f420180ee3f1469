import type { Api, Person } from "./api.ts";
import { AttemptForm } from "./attempt-form.tsx";
import { FormHeading } from "./form-heading.tsx";
import { whyNotOnThisDevice } from "./device-messages.ts";
import { type AttemptOptions, useAttempt } from "./use-attempt.ts";

export interface DeviceFormProps extends AttemptOptions {
  readonly api: Api;
  /** The user who signed in on this device before. */
  readonly remembered: Person;
  readonly onSignedIn: (person: Person) => void;
  readonly onUsePassword: () => void;
  /** Whether the form replaced another one. */
  readonly arrived: boolean;
}

const noFields = [] as const;
const doing = "Signing you in…";

/** Signs in with the token that the device kept from an earlier sign-in. */
export function DeviceForm({ api, remembered, onSignedIn, onUsePassword, arrived, ...options }: DeviceFormProps) {
  const attempt = useAttempt(options, noFields);

  function submit() {
    void attempt.start({
      doing,
      request: (signal) => api.signInOnThisDevice(remembered.idToken, signal),
      whyNot: whyNotOnThisDevice,
      onDone: onSignedIn,
    });
  }

  return (
    <AttemptForm
      attempt={attempt}
      action="Continue on this device"
      doing={doing}
      takes={{ "use-password": onUsePassword }}
      onSubmit={submit}
      heading={
        <FormHeading
          picture={
            <span className="avatar" aria-hidden="true">
              {remembered.name.slice(0, 1)}
            </span>
          }
          title={`Welcome back, ${remembered.name}`}
          arrived={arrived}
        >
          {remembered.account}
        </FormHeading>
      }
      after={
        <>
          <p className="or">or</p>
          <button type="button" className="button button-plain" onClick={onUsePassword}>
            Use another account
          </button>
        </>
      }
    />
  );
}
