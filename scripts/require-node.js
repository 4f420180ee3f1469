// Plain JavaScript that old versions of Node can run.
const lowest = [22, 22, 2];
const [major, minor, patch] = process.versions.node.split(".").map(Number);
const isOld = major !== lowest[0] ? major < lowest[0] : minor !== lowest[1] ? minor < lowest[1] : patch < lowest[2];

if (isOld) {
  console.error(
    `The tools of this repository need Node ${lowest.join(".")} or later, but this is ${process.versions.node}. ` +
      "Run `npm ci` again with install scripts allowed, which installs its own Node, or install a newer Node.",
  );
  process.exit(1);
}
