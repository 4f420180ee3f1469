it("tells a blocked user what to do", () => {
  cy.visit("/sign-in?auth0-scenario=oauth-ro/user-blocked");
  cy.get('input[type="email"]').type("ada@example.com");
  cy.get('input[type="password"]').type("correct-horse-battery");
  cy.contains("button", "Sign in").click();
  cy.get('[role="alert"]').should("contain", "blocked");
});
