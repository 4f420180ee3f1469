/**
 * Descriptions of the catalog that a screen may show as they are, each with the reason. An app has often chosen the same
 * words, and they can't be told apart. All others are written for developers, or don't say what the user can do.
 */
export const fitDescriptions: Readonly<Record<string, string>> = {
  "Wrong email or password.": "It names what to correct, and not which of them is wrong.",
  "Wrong or expired code.": "It names what to correct.",
  "The verification code has expired. Please try to login again.": "It says what happened, and what to do.",
  "You've reached the maximum number of attempts. Please try to login again.": "It says what happened, and what to do.",
  "Too many logins with the same username or email. Try again later.": "It says what happened, and to wait.",
  "The service is temporarily unavailable. Try again later.": "It says what happened, and to wait.",
  "Your account has been blocked after multiple consecutive login attempts. We've sent you an email with instructions on how to unblock it.":
    "It says what happened, and where the instructions are.",
  "This login has been blocked because your password has been leaked in another website. We’ve sent you an email with instructions on how to unblock it.":
    "It says what happened, and where the instructions are.",
};
