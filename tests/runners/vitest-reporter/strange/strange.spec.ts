import { exercise, test } from "../auth0.ts";

test("leaves data that the reporter knows", () => exercise("oauth-ro/user-blocked"));

for (const meta of [{ v: 2, served: ["oauth-ro/wrong-password"] }, { v: 1, served: "oauth-ro/wrong-password" }, null]) {
  test(`leaves ${JSON.stringify(meta)}`, ({ task }) => {
    Object.assign(task.meta, { auth0: meta });
  });
}
