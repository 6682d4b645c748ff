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
    "@leasehold/checks": "0.1.0",
    "@leasehold/core": "0.1.0",
    "@leasehold/lease": "0.1.0",
    "@leasehold/oidc": "0.1.0",
    "@leasehold/platforms": "0.1.0",
    "@leasehold/policy": "0.1.0",
    "@leasehold/providers": "0.1.0",
    "@leasehold/report": "0.1.0",
    "@leasehold/scan": "0.1.0",
    "@leasehold/testkit": "0.1.0",
    aws4fetch: "1.0.20",
    commander: "15.1.0"
  }
};

export {
  package_default
};
