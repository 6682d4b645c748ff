#!/usr/bin/env node
import {
  package_default
} from "./start.js";
import "./start.js";

// packages/cli/src/main.ts
var words = process.argv.slice(2);
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  process.stdout.write(`${package_default.version}
`);
} else {
  const { run } = await import("./start.js");
  process.exitCode = await run(words, process);
  process.stdout.write("", () => process.exit());
}
