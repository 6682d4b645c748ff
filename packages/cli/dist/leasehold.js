#!/usr/bin/env node
import "./chunk-CZ7CSFO4.js";

// packages/cli/package.json
var package_default = {
  name: "@leasehold/cli",
  version: "0.1.0",
  private: true,
  type: "module",
  description: "Lease narrow, short-lived cloud credentials for one command, and prove that they are dead afterwards.",
  license: "Apache-2.0",
  engines: {
    node: ">=20.16"
  },
  sideEffects: false,
  bin: {
    leasehold: "./dist/leasehold.js"
  },
  files: [
    "dist"
  ],
  exports: {
    ".": "./src/index.ts"
  },
  dependencies: {
    "@leasehold/core": "0.1.0",
    "@leasehold/lease": "0.1.0",
    "@leasehold/oidc": "0.1.0",
    "@leasehold/platforms": "0.1.0",
    "@leasehold/policy": "0.1.0",
    "@leasehold/providers": "0.1.0",
    "@leasehold/report": "0.1.0",
    "@leasehold/testkit": "0.1.0",
    aws4fetch: "1.0.20",
    commander: "15.1.0"
  }
};

// packages/cli/src/main.ts
var words = process.argv.slice(2);
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  process.stdout.write(`${package_default.version}
`);
} else {
  const { run } = await import("./chunk-T4FDJABG.js");
  process.exitCode = await run(words, process);
  process.stdout.write("", () => process.exit());
}
