import "./auth0-mock.js";

function newForm() {
  document.body.innerHTML = `<form>
    <input name="email" value="ada@example.com"><input type="checkbox" name="stay" checked><input name="off" disabled>
    <select name="role" multiple><option selected>a</option><option selected>b</option></select>
    <button name="action" value="sign-in">Sign in</button>
  </form>`;
  return document.querySelector("form");
}

const fields = [
  ["email", "ada@example.com"],
  ["stay", "on"],
  ["role", "a"],
  ["role", "b"],
];

test("reads a form when it is submitted", () => {
  let data;
  const form = newForm();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    data = new FormData(event.currentTarget, event.submitter);
  });
  form.querySelector("button").click();
  expect([...data]).toEqual([...fields, ["action", "sign-in"]]);
  expect([...new FormData(form)]).toEqual(fields);
  expect(document.querySelector("iframe")).toBeNull();
});

test("is still the one that fetch can send", async () => {
  const data = new FormData();
  data.append("file", new Blob(["text"]), "a.txt");
  expect(data).toBeInstanceOf(FormData);
  const request = new Request("https://example.com", { method: "POST", body: new FormData(newForm()) });
  expect(request.headers.get("content-type")).toMatch(/^multipart\/form-data/);
  expect([...(await request.formData())]).toEqual(fields);
  expect(data.get("file").name).toBe("a.txt");
});

test("refuses what is not a form", () => {
  expect(() => new FormData({})).toThrow("HTMLFormElement");
});
