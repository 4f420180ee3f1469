// Plain JavaScript that old versions understand too.
const lowest = [22, 22, 2];
const [major, minor, patch] = process.versions.node.split(".").map(Number);
const isOld = major !== lowest[0] ? major < lowest[0] : minor !== lowest[1] ? minor < lowest[1] : patch < lowest[2];

if (isOld) {
  console.error(
    `This repository's tools need Node ${lowest.join(".")} or later, and this is ${process.versions.node}: ` +
      "run `npm ci` again with install scripts allowed (it brings a Node of its own), or install a newer Node.",
  );
  process.exit(1);
}
