/** Where the next steps lead. In a real product these are pages; here they stay on the story. */
export const links = {
  "reset-password": { label: "Reset your password", href: "#reset-password" },
  "continue-securely": { label: "Continue securely", href: "#continue" },
  "contact-support": { label: "Contact support", href: "#support" },
} as const;
