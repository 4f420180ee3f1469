import "../examples/in-your-app/main.ts";
import { createRoot } from "react-dom/client";
import { SignInPage } from "../sign-in-page.jsx";

createRoot(document.querySelector("#root")).render(<SignInPage />);
