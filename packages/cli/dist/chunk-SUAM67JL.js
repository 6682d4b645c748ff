import {
  globMatches
} from "./start.js";
import {
  ConfigError
} from "./start.js";

// packages/core/src/secret.ts
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The credential itself. The only way in, so that every use can be searched for. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
};
Object.defineProperty(Secret.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: () => "***" });

// packages/providers/src/aws/shown-arn.ts
function shownArn(arn, masked) {
  return masked ? arn.replaceAll(/(?<=:)\d{12}(?=:)/g, "***") : arn;
}

// packages/providers/src/aws/wildcard.ts
function actionMatches(pattern, action) {
  return globMatches(pattern.toLowerCase(), action.toLowerCase());
}
function resourceMatches(pattern, resource) {
  return globMatches(pattern, resource);
}
function isConcrete(name) {
  return !/[*?]|\$\{/.test(name);
}

// packages/providers/src/aws/handle.ts
var PROBE_ACTIONS = ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "sts:DecodeAuthorizationMessage"];

// packages/providers/src/aws/probe.ts
var DECODE_PROBE = { action: "sts:DecodeAuthorizationMessage", resource: "*" };
var BUCKET = /^arn:[^:]+:s3:::[^/]+$/;
var OBJECT = /^(arn:[^:]+:s3:::)([^/]+)\/(.+)$/;
function chooseProbe(statements, leaseId) {
  for (const action of PROBE_ACTIONS) {
    for (const { actions, resources } of statements) {
      if (!actions.some((pattern) => actionMatches(pattern, action))) continue;
      for (const pattern of resources) {
        const resource = concrete(action, pattern, leaseId);
        if (resource !== void 0) return { action, resource };
      }
    }
  }
  return void 0;
}
function plainStatements(policy) {
  if (policy.some((statement) => statement.Effect !== "Allow")) return [];
  return policy.flatMap((statement) => {
    const { Action: actions, Resource: resources, Condition: condition } = statement;
    if (condition !== void 0 || actions === void 0 || resources === void 0) return [];
    return [{ actions: [actions].flat(), resources: [resources].flat() }];
  });
}
function readProbe(text) {
  if (text === "none") return "none";
  const [action = "", resource] = text.split(/\s+on\s+/);
  if (!isProbeAction(action)) {
    throw wrong(
      `\`probe\` names \`${action}\`, which is not known to be harmless`,
      `choose one of ${PROBE_ACTIONS.map((each) => `\`${each}\``).join(", ")}, or \`none\``
    );
  }
  if (action === DECODE_PROBE.action) {
    if (resource === void 0 || resource === "*") return DECODE_PROBE;
    throw wrong(`\`probe\` names a resource for \`${action}\``, "it has none: leave the resource out");
  }
  const shape = action === "s3:ListBucket" ? BUCKET : OBJECT;
  if (resource === void 0 || !shape.test(resource) || !isConcrete(resource)) {
    const example = action === "s3:ListBucket" ? "arn:aws:s3:::bucket" : "arn:aws:s3:::bucket/key";
    throw wrong(`\`probe\` does not say on what to try \`${action}\``, `write \`${action} on ${example}\`, without wildcards`);
  }
  return { action, resource };
}
function allowsProbe(statements, probe) {
  return statements.some(
    ({ actions, resources }) => actions.some((pattern) => actionMatches(pattern, probe.action)) && resources.some((pattern) => resourceMatches(pattern, probe.resource))
  );
}
function concrete(action, pattern, leaseId) {
  if (action === DECODE_PROBE.action) return pattern === "*" ? pattern : void 0;
  if (action === "s3:ListBucket") return BUCKET.test(pattern) && isConcrete(pattern) ? pattern : void 0;
  const [, prefix = "", bucket = "", key = ""] = OBJECT.exec(pattern) ?? [];
  if (bucket === "" || !isConcrete(prefix + bucket) || key.includes("${")) return void 0;
  if (!key.includes("*")) return action === "s3:GetObject" && isConcrete(key) ? pattern : void 0;
  const filled = key.replace("*", `leasehold-probe-${leaseId}`).replaceAll("*", "").replaceAll("?", "x");
  return `${prefix}${bucket}/${filled}`;
}
function isProbeAction(action) {
  return PROBE_ACTIONS.includes(action);
}
function wrong(message, help) {
  return new ConfigError(message, { code: "ERR_AWS_PROBE", help });
}

export {
  Secret,
  shownArn,
  actionMatches,
  resourceMatches,
  DECODE_PROBE,
  chooseProbe,
  plainStatements,
  readProbe,
  allowsProbe
};
