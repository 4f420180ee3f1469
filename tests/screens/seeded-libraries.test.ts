import { correctScreens } from "./app/mui/correct.tsx";
import { faultyScreens } from "./app/mui/faulty.tsx";
import { vueScreens } from "./app/vue/index.ts";
import { testScreens } from "./seeded.ts";

// Screens with a UI library, whose parts move, cover the page and take the focus.

testScreens([...faultyScreens, ...correctScreens, ...vueScreens]);
