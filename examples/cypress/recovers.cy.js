it("signs in once the user is no longer blocked", () => {
  cy.visit("/sign-in?auth0-scenario=oauth-ro/user-blocked");
  cy.get('input[type="email"]').type("ada@example.com");
  cy.get('input[type="password"]').type("correct-horse-battery");
  cy.contains("button", "Sign in").click();
  cy.get('[role="alert"]').should("contain", "blocked");

  cy.window().then(({ auth0 }) => auth0.use("oauth-ro/success"));
  cy.contains("button", "Sign in").click();
  cy.get('[role="status"]').should("contain", "Signed in");
});
