import { auth0Android } from "../sdk/recordings/auth0-android.ts";
import { auth0JsForms } from "../sdk/recordings/auth0-js-forms.ts";
import { auth0Js } from "../sdk/recordings/auth0-js.ts";
import { auth0Swift } from "../sdk/recordings/auth0-swift.ts";
import { lockSwift } from "../sdk/recordings/lock-swift.ts";
import { nodeAuth0 } from "../sdk/recordings/node-auth0.ts";
import { reactNativeAuth0 } from "../sdk/recordings/react-native-auth0.ts";
import type { RecordedCall, Recording } from "../sdk/recordings/recording.ts";

/** A request as an SDK sends it. */
export interface RecordedRequest extends Required<RecordedCall> {
  readonly sdk: string;
  readonly version: string;
  readonly method: "POST";
  readonly source: string;
  readonly anonymous: boolean;
}

const recordings: readonly Recording[] = [
  ...auth0JsForms,
  ...auth0Js,
  ...nodeAuth0,
  ...reactNativeAuth0,
  ...auth0Swift,
  ...auth0Android,
  ...lockSwift,
];

/** The requests that real SDKs send to the two endpoints. The mock must accept all of them. */
export const recordedRequests: readonly RecordedRequest[] = recordings.flatMap(
  ({ sdk, version, source, anonymous = false, headers, calls }) =>
    calls.map((each) => ({
      ...each,
      sdk,
      version,
      method: "POST",
      source,
      anonymous,
      headers: { ...headers, ...each.headers },
    })),
);
