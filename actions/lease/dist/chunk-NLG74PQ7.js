import {
  ACCESS_LEVELS
} from "./chunk-UD2TXTDT.js";
import {
  ConfigError,
  InternalError,
  UpstreamError,
  formatDuration,
  globMatches,
  isGlob
} from "./chunk-XZLIVGRS.js";

// packages/core/src/ending.ts
var ENDING_KINDS = ["revoked", "denied", "ungranted", "expires"];

// packages/core/src/identity.ts
var SHOWN_CLAIMS = [
  "iss",
  "sub",
  "aud",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "ref",
  "sha",
  "environment",
  "event_name",
  "workflow_ref",
  "job_workflow_ref",
  "actor",
  "actor_id",
  "run_id",
  "run_attempt",
  "check_run_id",
  "runner_environment",
  "enterprise"
];
function shownClaims(claims) {
  const shown = {};
  for (const name2 of SHOWN_CLAIMS) {
    const value = claims[name2];
    if (value !== void 0 && value !== null) shown[name2] = Array.isArray(value) ? value.join(" ") : String(value);
  }
  return shown;
}

// packages/core/src/lease.ts
var DELIVERIES = ["env", "file", "output"];

// packages/core/src/ledger.ts
var LEDGER_EVENTS = ["requested", "denied", "issued", "delivered", "revoked", "verified", "failed", "restored"];

// packages/oidc/src/claim.ts
function claimValues(claims, name2) {
  const value = Object.hasOwn(claims, name2) ? claims[name2] : void 0;
  if (value === void 0 || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
function claimText(claims, name2) {
  const text4 = claimValues(claims, name2).join(" ");
  return text4 === "" ? void 0 : text4;
}

// packages/oidc/src/subject.ts
var REPOSITORY = /^([^/@]+)(?:@([^/@]+))?\/([^/@]+)(?:@([^/@]+))?$/;
var DEFAULT_KEYS = ["ref", "environment", "pull_request"];
function parseSubject(subject) {
  const [scheme, place, ...rest] = subject.split(":");
  const found = scheme === "repo" && place !== void 0 ? REPOSITORY.exec(place) : null;
  if (found === null) return void 0;
  const [, owner, ownerId, repository, repositoryId] = found;
  const context = parts(rest);
  const [only] = context;
  return {
    owner: owner ?? "",
    ownerId,
    repository: repository ?? "",
    repositoryId,
    immutable: ownerId !== void 0 || repositoryId !== void 0,
    context,
    customised: context.length !== 1 || only === void 0 || !DEFAULT_KEYS.includes(only.key)
  };
}
function parts(words) {
  const found = [];
  for (let at = 0; at < words.length; at++) {
    const key = words[at] ?? "";
    found.push(key === "pull_request" || at + 1 === words.length ? { key, value: "" } : { key, value: words[++at] ?? "" });
  }
  return found;
}
function printSubject(subject) {
  const place = `${withId(subject.owner, subject.ownerId)}/${withId(subject.repository, subject.repositoryId)}`;
  const context = subject.context.map(({ key, value }) => value === "" ? `:${key}` : `:${key}:${value}`);
  return `repo:${place}${context.join("")}`;
}
function withId(name2, id) {
  return id === void 0 ? name2 : `${name2}@${id}`;
}
function expectedSubjects(claims) {
  const [owner, repository] = claimText(claims, "repository")?.split("/") ?? [];
  if (owner === void 0 || repository === void 0) return void 0;
  const part = contextOf(claims);
  if (part === void 0) return void 0;
  const ownerId = claimText(claims, "repository_owner_id");
  const repositoryId = claimText(claims, "repository_id");
  const context = [part];
  return {
    names: printSubject({ owner, ownerId: void 0, repository, repositoryId: void 0, context }),
    immutable: ownerId === void 0 || repositoryId === void 0 ? void 0 : printSubject({ owner, ownerId, repository, repositoryId, context })
  };
}
function contextOf(claims) {
  const environment = claimText(claims, "environment");
  if (environment !== void 0) return { key: "environment", value: environment.replaceAll(":", "%3A") };
  const real = parseSubject(claimText(claims, "sub") ?? "");
  if (claimText(claims, "event_name") === "pull_request" || real?.context[0]?.key === "pull_request") {
    return { key: "pull_request", value: "" };
  }
  const ref = claimText(claims, "ref");
  return ref === void 0 ? void 0 : { key: "ref", value: ref };
}

// packages/oidc/src/trust-case.ts
function failedOn(trustCase, ...claims) {
  return trustCase.comparison?.nearest?.failed.filter(({ claim, negated }) => claims.includes(claim) && !negated) ?? [];
}
function wanted(trustCase, claim) {
  return failedOn(trustCase, claim).flatMap(({ values }) => values);
}
function wantedSubjects(trustCase) {
  return wanted(trustCase, "sub").flatMap((text4) => {
    const parsed = parseSubject(text4);
    return parsed === void 0 ? [] : [{ text: text4, parsed }];
  });
}
function own(trustCase, claim) {
  return trustCase.claims === void 0 ? void 0 : claimText(trustCase.claims, claim);
}
function stated(trustCase, claim) {
  const actual = own(trustCase, claim);
  return actual === void 0 ? `the token has no \`${claim}\`` : `\`${claim}\` is \`${actual}\``;
}
function sameName(pattern, name2) {
  return isGlob(pattern) || pattern.toLowerCase() === name2.toLowerCase();
}
function matchesInAnyCase(patterns, value) {
  return value !== void 0 && patterns.some((pattern) => globMatches(pattern.toLowerCase(), value.toLowerCase()));
}
function quoted(values) {
  return values.map((value) => `\`${value}\``).join(", ");
}
var NO_PROVIDER = /no openid ?connect provider|provider .{0,80}not found|unknown issuer|issuer .{0,80}not (?:registered|trusted|found)/i;
var EXPIRED = /expired/i;
var SKEWED = /skew|not yet valid|used before|issued in the future/i;
var REUSED = /jti_reused|\bjti\b.{0,40}\bused\b|already (?:been )?used|replayed/i;
function refusalSays(refusal) {
  const words = `${refusal.code} ${refusal.detail}`.slice(0, 2e3);
  if (NO_PROVIDER.test(words)) return "no-provider";
  if (REUSED.test(words)) return "reused";
  if (SKEWED.test(words)) return "skewed";
  return EXPIRED.test(words) ? "expired" : void 0;
}
function refusalExplainsItself(refusal) {
  return refusalSays(refusal) !== void 0 || /audience/i.test(refusal.detail);
}

// packages/oidc/src/causes/account.ts
function isUnexplained({ blind, comparison: comparison2, input }) {
  if (comparison2 === void 0) return blind;
  const { nearest, denying } = comparison2;
  return nearest?.issuer === true && nearest.failed.length === 0 && denying.length === 0 && !refusalExplainsItself(input.refusal);
}
var wrongAccount = {
  id: "wrong-account",
  applies: ({ input: { account } }) => account !== void 0 && account.expected !== account.actual ? {
    message: `the request went to the account ${quoted([account.actual])}, and ${quoted([account.expected])} is meant`,
    help: `name the role by its ARN in the account ${quoted([account.expected])}`
  } : void 0
};
var roleMissing = {
  id: "role-missing",
  applies: (trustCase) => isUnexplained(trustCase) ? {
    message: "the refusal is the same when the role does not exist, stands in another account, or names an identity provider of another account",
    help: "compare account number, path and name of the role letter by letter, and the account in the trust policy's identity provider"
  } : void 0
};

// packages/oidc/src/causes/audience.ts
var audience = {
  id: "audience",
  applies: (trustCase) => {
    const { claims, input } = trustCase;
    if (claims === void 0) return void 0;
    const actual = claimValues(claims, "aud");
    const expected = wanted(trustCase, "aud");
    if (expected.length > 0) {
      return {
        message: `the token is for the audience ${quoted(actual)}, and the trust admits ${quoted(expected)}`,
        help: `set the input \`audience\` to ${quoted(expected.slice(0, 1))}, or let the trust admit ${quoted(actual)}`
      };
    }
    if (!actual.includes(input.audience)) {
      return {
        message: `the token is for the audience ${quoted(actual)}, and the provider expects ${quoted([input.audience])}`,
        help: `set the input \`audience\` to ${quoted([input.audience])}`
      };
    }
    return /audience/i.test(input.refusal.detail) ? {
      message: `the provider does not know the audience ${quoted(actual)}`,
      help: `add ${quoted(actual)} to the audiences of the identity provider (on AWS: the client ids of the OpenID Connect provider), or set the input \`audience\` to one that is there`
    } : void 0;
  }
};

// packages/oidc/src/issuer.ts
var PUBLIC_ISSUER = "token.actions.githubusercontent.com";
function bareIssuer(issuer2) {
  return issuer2.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
function issuerKind(issuer2) {
  const bare = bareIssuer(issuer2);
  if (bare === PUBLIC_ISSUER) return "public";
  if (bare.startsWith(`${PUBLIC_ISSUER}/`)) return "enterprise";
  if (/^token\.actions\.[a-z0-9-]+\.ghe\.com$/.test(bare)) return "residency";
  if (bare.endsWith("/_services/token")) return "server";
  return "other";
}

// packages/oidc/src/causes/issuer.ts
function trustedIssuers({ comparison: comparison2 }) {
  const nearest = comparison2?.nearest;
  return nearest === void 0 || nearest.issuer ? void 0 : nearest.statement.issuers.map((known) => `https://${bareIssuer(known)}`);
}
function unlike(trustCase, kinds, say) {
  const actual = own(trustCase, "iss");
  if (actual === void 0) return void 0;
  const trusted = trustedIssuers(trustCase);
  if (trusted === void 0 && !trustCase.blind) return void 0;
  const fits2 = kinds.includes(issuerKind(actual)) || (trusted?.some((known) => kinds.includes(issuerKind(known))) ?? false);
  return fits2 ? say(actual, quoted(trusted ?? [`https://${PUBLIC_ISSUER}`])) : void 0;
}
var issuerEnterprise = {
  id: "issuer-enterprise",
  applies: (trustCase) => unlike(trustCase, ["enterprise"], (issuer2, trusted) => ({
    message: `the token's issuer is \`${issuer2}\`, and a trust policy for ${trusted} does not admit it: an enterprise with an issuer of its own has its slug in the path`,
    help: `register \`${issuer2}\` as an identity provider, slug included, and write it in every condition of the trust policy`
  }))
};
var issuerHost = {
  id: "issuer-host",
  applies: (trustCase) => {
    if (issuerKind(own(trustCase, "iss") ?? "") === "enterprise") return void 0;
    return unlike(trustCase, ["residency", "server"], (issuer2, trusted) => ({
      message: `the token's issuer is \`${issuer2}\`, and a trust policy for ${trusted} does not admit it: GitHub Enterprise Server and ghe.com issue under a host of their own`,
      help: `register \`${issuer2}\` as an identity provider that the cloud can reach, and write it in every condition of the trust policy`
    }));
  }
};
var issuer = {
  id: "issuer",
  applies: (trustCase) => {
    const trusted = trustedIssuers(trustCase);
    const actual = own(trustCase, "iss");
    if (trusted === void 0 || actual === void 0) return void 0;
    const special = [actual, ...trusted].some((known) => ["enterprise", "residency", "server"].includes(issuerKind(known)));
    return special ? void 0 : {
      message: `the token's issuer is \`${actual}\`, and the trust policy is about ${quoted(trusted)}`,
      help: `write a statement for \`${actual}\``
    };
  }
};
var providerNotRegistered = {
  id: "provider-not-registered",
  applies: (trustCase) => {
    const actual = own(trustCase, "iss");
    return actual !== void 0 && refusalSays(trustCase.input.refusal) === "no-provider" ? {
      message: `the account has no identity provider for the issuer \`${actual}\``,
      help: `register \`${actual}\` with the audience \`${trustCase.input.audience}\` in the account that the role stands in`
    } : void 0;
  }
};

// packages/oidc/src/causes/job.ts
function otherInSubject(trustCase, key) {
  const actual = trustCase.subject?.context.find((part) => part.key === key)?.value;
  if (actual === void 0) return [];
  const decoded = own(trustCase, "sub")?.replaceAll("%3A", ":") ?? "";
  const readable = wantedSubjects(trustCase).filter(({ text: text4 }) => !globMatches(text4, decoded));
  const values = readable.flatMap(({ parsed }) => parsed.context.filter((part) => part.key === key).map(({ value }) => value));
  return matchesInAnyCase(values, actual) ? [] : values;
}
function differs(trustCase, claim, key, help) {
  const expected = [.../* @__PURE__ */ new Set([...wanted(trustCase, claim), ...otherInSubject(trustCase, key)])];
  if (expected.length === 0 || matchesInAnyCase(expected, own(trustCase, claim))) return void 0;
  return {
    message: `${stated(trustCase, claim)}, and the trust admits ${quoted(expected)}`,
    help: help(quoted(expected))
  };
}
var repositoryNotTrusted = {
  id: "repository-not-trusted",
  applies: (trustCase) => {
    const { subject } = trustCase;
    const byClaim = failedOn(trustCase, "repository", "repository_id", "repository_owner", "repository_owner_id").find(
      ({ claim: claim2, values }) => !matchesInAnyCase(values, own(trustCase, claim2))
    );
    const foreign = wantedSubjects(trustCase).filter(({ parsed }) => subject !== void 0 && !sameRepository(parsed, subject));
    const all = wantedSubjects(trustCase).length;
    if (byClaim === void 0 && (foreign.length === 0 || foreign.length < all)) return void 0;
    const claim = byClaim?.claim ?? "sub";
    return {
      message: `${stated(trustCase, claim)}, and the trust admits ${quoted(byClaim?.values ?? foreign.map(({ text: text4 }) => text4))}`,
      help: "if the repository was renamed, moved or created anew, trust it by its `repository_id`; else this refusal is right"
    };
  }
};
function sameRepository(wantedOne, actual) {
  const sameId = (a, b) => a === void 0 || b === void 0 || sameName(a, b);
  return sameName(wantedOne.owner, actual.owner) && sameName(wantedOne.repository, actual.repository) && sameId(wantedOne.ownerId, actual.ownerId) && sameId(wantedOne.repositoryId, actual.repositoryId);
}
var environmentNotTrusted = {
  id: "environment-not-trusted",
  applies: (trustCase) => differs(
    trustCase,
    "environment",
    "environment",
    (expected) => `give the job one of these environments: ${expected}; a job has none unless it names one`
  )
};
var refNotTrusted = {
  id: "ref-not-trusted",
  applies: (trustCase) => differs(
    trustCase,
    "ref",
    "ref",
    (expected) => `run the job from ${expected}, or admit this ref if it may have what the role gives`
  )
};
var TOLD_ELSEWHERE = [
  "sub",
  "aud",
  "iss",
  "ref",
  "environment",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "job_workflow_ref",
  "workflow_ref"
];
var claimNotTrusted = {
  id: "claim-not-trusted",
  applies: (trustCase) => {
    const first2 = trustCase.comparison?.nearest?.failed.find(
      ({ claim, negated, values }) => negated || !TOLD_ELSEWHERE.includes(claim) && !matchesInAnyCase(values, own(trustCase, claim))
    );
    if (first2 === void 0) return void 0;
    return {
      message: `${stated(trustCase, first2.claim)}, and \`${first2.source}\` ${first2.negated ? "keeps out" : "admits"} ${quoted(first2.values)}`,
      help: "let the right job ask, or change the condition if this one may have what the role gives"
    };
  }
};
var deniedByStatement = {
  id: "denied-by-statement",
  applies: ({ comparison: comparison2 }) => {
    const ids = comparison2?.denying.map(({ id }) => id) ?? [];
    return ids.length === 0 ? void 0 : {
      message: `the job is kept out by the deny of ${quoted(ids)}, whatever else admits it`,
      help: "change the conditions of that deny if this job may have what the role gives; no allow can outweigh it"
    };
  }
};

// packages/oidc/src/causes/pattern.ts
function tried({ claims, comparison: comparison2 }, operator) {
  if (claims === void 0) return [];
  const failed = comparison2?.nearest?.failed.filter(
    (condition) => !condition.negated && (operator ?? condition.operator) === condition.operator
  ) ?? [];
  return failed.flatMap(
    ({ claim, values, source }) => claimValues(claims, claim).flatMap((actual) => values.map((value) => ({ claim, value, actual, source })))
  );
}
var wildcardWithEquals = {
  id: "wildcard-with-equals",
  applies: (trustCase) => {
    const found = tried(trustCase, "equals").find(({ value }) => isGlob(value));
    return found && {
      message: `\`${found.source}\` compares letter by letter, so the wildcard in \`${found.value}\` matches only itself`,
      help: `compare \`${found.claim}\` by pattern (on AWS: \`StringLike\`), or write the value in full`
    };
  }
};
var letterCase = {
  id: "letter-case",
  applies: (trustCase) => {
    const found = tried(trustCase).find(
      ({ value, actual }) => !globMatches(value, actual) && globMatches(value.toLowerCase(), actual.toLowerCase())
    );
    return found && {
      message: `\`${found.claim}\` is \`${found.actual}\`, and the trust admits \`${found.value}\`: upper and lower case differ`,
      help: "write the value as the token has it"
    };
  }
};
var wildcardTooNarrow = {
  id: "wildcard-too-narrow",
  applies: (trustCase) => {
    const found = tried(trustCase).find(({ value, actual }) => !globMatches(value, actual) && globMatches(`${value}*`, actual));
    return found && {
      message: `\`${found.claim}\` is \`${found.actual}\`, and \`${found.value}\` matches only its beginning`,
      help: `a pattern must cover the whole value: write what follows, \`${found.actual.slice(literalPrefix(found))}\`, or a pattern for it`
    };
  }
};
function literalPrefix({ value, actual }) {
  let length = 0;
  while (length < value.length && value[length] === actual[length]) length++;
  return length;
}
var encodedColon = {
  id: "encoded-colon",
  applies: (trustCase) => {
    const subject = own(trustCase, "sub");
    if (subject?.includes("%3A") !== true) return void 0;
    const decoded = subject.replaceAll("%3A", ":");
    const meant = wanted(trustCase, "sub").find(
      (value) => globMatches(value, decoded) || globMatches(value.replaceAll("%3a", "%3A"), subject)
    );
    if (meant === void 0 && !trustCase.blind) return void 0;
    return {
      message: `a colon inside a value is written \`%3A\` in the subject, which is \`${subject}\``,
      help: meant === void 0 ? "write `%3A` for it in the trust policy" : `write ${quoted([subject])} instead of ${quoted([meant])}`
    };
  }
};

// packages/oidc/src/causes/permission.ts
var PERMISSIONS = "permissions:\n  contents: read\n  id-token: write";
var forkPullRequest = {
  id: "fork-pull-request",
  applies: ({ input, claims }) => claims === void 0 && !input.permission && input.event?.fork ? {
    message: "the pull request comes from a fork, and GitHub never gives an ID token to such a job",
    help: "skip the lease where `github.event.pull_request.head.repo.full_name != github.repository`, or lease in a job that runs after the merge"
  } : void 0
};
var idTokenPermission = {
  id: "id-token-permission",
  applies: ({ input, claims }) => claims === void 0 && !input.permission && !input.event?.fork ? {
    message: "the job has no permission `id-token: write`, so the platform gives it no ID token",
    help: "give the permission to the job; a `permissions` block there replaces the one of the workflow, so list every permission that it needs",
    snippet: PERMISSIONS
  } : void 0
};
var callerPermission = {
  id: "caller-permission",
  applies: ({ input, claims }) => claims === void 0 && !input.permission && !input.event?.fork ? {
    message: "a job of a reusable workflow has at most the permissions of the job that calls it",
    help: "if this job stands in a reusable workflow, give `id-token: write` to the calling job as well",
    snippet: `jobs:
  call:
    ${PERMISSIONS.replaceAll("\n", "\n    ")}
    uses: OWNER/REPOSITORY/.github/workflows/FILE.yml@REF`
  } : void 0
};

// packages/oidc/src/compare.ts
function conditionHolds(condition, claims) {
  const matches = claimValues(claims, condition.claim).some(
    (value) => condition.values.some((wanted2) => fits(condition, wanted2, value))
  );
  return matches !== condition.negated;
}
function fits(condition, wanted2, value) {
  return condition.operator === "like" ? globMatches(wanted2, value) : wanted2 === value;
}
function statementHolds(statement, claims) {
  return issuerFits(statement, claims) && statement.conditions.every((condition) => conditionHolds(condition, claims));
}
function issuerFits(statement, claims) {
  const issuer2 = bareIssuer(claimText(claims, "iss") ?? "");
  return statement.issuers.length === 0 || statement.issuers.some((known) => bareIssuer(known) === issuer2);
}
function compareTrust(statements, claims) {
  const allowing = statements.filter(({ effect }) => effect === "allow").map((statement) => compare(statement, claims));
  return {
    nearest: allowing.toSorted((a, b) => distance(a) - distance(b) || closeness(b, claims) - closeness(a, claims))[0],
    denying: statements.filter((statement) => statement.effect === "deny" && statementHolds(statement, claims))
  };
}
function compare(statement, claims) {
  return {
    statement,
    issuer: issuerFits(statement, claims),
    failed: statement.conditions.filter((condition) => !conditionHolds(condition, claims))
  };
}
function distance({ issuer: issuer2, failed }) {
  return failed.length + (issuer2 ? 0 : 1);
}
function closeness({ failed }, claims) {
  let best = 0;
  for (const { claim, values } of failed) {
    const actual = claimText(claims, claim) ?? "";
    for (const wanted2 of values) best = Math.max(best, sharedPrefix(wanted2, actual));
  }
  return best;
}
function sharedPrefix(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
function mismatchesOf({ nearest, denying }, claims) {
  const found = [];
  if (nearest && !nearest.issuer) {
    const expected = nearest.statement.issuers.map((issuer2) => `https://${bareIssuer(issuer2)}`);
    found.push({ claim: "iss", actual: claimText(claims, "iss"), expected, source: nearest.statement.id });
  }
  for (const condition of nearest?.failed ?? []) found.push(mismatch(condition, claims, condition.negated, condition.source));
  for (const { id, conditions } of denying) {
    for (const condition of conditions)
      found.push(mismatch(condition, claims, !condition.negated, `deny ${id}: ${condition.source}`));
  }
  return found;
}
function mismatch(condition, claims, unwanted, source) {
  return {
    claim: condition.claim,
    actual: claimText(claims, condition.claim),
    expected: unwanted ? condition.values.map((value) => `not ${value}`) : condition.values,
    source
  };
}

// packages/oidc/src/correct-subject.ts
function correctedSubject(condition, claims) {
  const actual = claimText(claims, "sub");
  if (actual === void 0) return [];
  const twins = condition.values.flatMap((value) => otherShape(value, claims));
  const operator = twins.some(isGlob) ? "like" : condition.operator;
  const both = {
    ...condition,
    operator,
    values: [.../* @__PURE__ */ new Set([...condition.values, ...twins])],
    source: `${operator} sub`
  };
  if (conditionHolds(both, claims)) return [both];
  return [{ claim: "sub", operator: "equals", negated: false, values: [actual], source: "equals sub" }];
}
function otherShape(pattern, claims) {
  const parsed = parseSubject(pattern);
  if (parsed === void 0) return [];
  const { owner, repository, context } = parsed;
  const [ownName, ownRepository] = claimText(claims, "repository")?.split("/") ?? [];
  const ownerId = claimText(claims, "repository_owner_id");
  const repositoryId = claimText(claims, "repository_id");
  if (parsed.immutable) {
    if (parsed.ownerId !== ownerId || parsed.repositoryId !== void 0 && parsed.repositoryId !== repositoryId) return [];
    return [printSubject({ owner, ownerId: void 0, repository, repositoryId: void 0, context })];
  }
  if (owner !== ownName || ownerId === void 0) return [];
  if (isGlob(repository)) return [printSubject({ owner, ownerId, repository, repositoryId: void 0, context })];
  if (repository !== ownRepository || repositoryId === void 0) return [];
  return [printSubject({ owner, ownerId, repository, repositoryId, context })];
}
function namesOnly(values, claims) {
  const own2 = claimText(claims, "repository")?.toLowerCase();
  const named = (parsed) => parsed && `${parsed.owner}/${parsed.repository}`.toLowerCase();
  return own2 !== void 0 && values.every((value) => named(parseSubject(value)) === own2);
}

// packages/oidc/src/causes/subject.ts
function contextKey(subject) {
  return subject?.customised ? void 0 : subject?.context[0]?.key;
}
function wantedOf(trustCase, ...kinds) {
  return wantedSubjects(trustCase).find(({ parsed }) => kinds.includes(contextKey(parsed) ?? ""))?.text;
}
var environmentSubject = {
  id: "environment-subject",
  applies: (trustCase) => {
    const { subject } = trustCase;
    const actual = own(trustCase, "sub");
    if (subject === void 0 || actual === void 0) return void 0;
    if (contextKey(subject) === "environment") {
      const ref = own(trustCase, "ref");
      const byRef = ref === void 0 ? void 0 : printSubject({ ...subject, context: [{ key: "ref", value: ref }] });
      const expected2 = wantedOf(trustCase, "ref") ?? (trustCase.blind ? byRef : void 0);
      return expected2 === void 0 ? void 0 : {
        message: `the job runs in an environment, so its subject is \`${actual}\`, and a trust policy for \`${expected2}\` does not match`,
        help: "let the trust policy name the environment in the subject and the branch by the claim `ref`, or take `environment` from the job"
      };
    }
    const expected = wantedOf(trustCase, "environment");
    return expected === void 0 ? void 0 : {
      message: `the trust policy is for an environment, \`${expected}\`, and the job runs in none, so its subject is \`${actual}\``,
      help: `give the job \`environment: ${environmentOf(trustCase)}\``
    };
  }
};
function environmentOf(trustCase) {
  const found = wantedSubjects(trustCase).find(({ parsed }) => contextKey(parsed) === "environment");
  return found?.parsed.context[0]?.value.replaceAll("%3A", ":") ?? "";
}
var pullRequestSubject = {
  id: "pull-request-subject",
  applies: (trustCase) => {
    const actual = own(trustCase, "sub");
    if (actual === void 0) return void 0;
    if (contextKey(trustCase.subject) !== "pull_request") {
      const expected2 = wantedOf(trustCase, "pull_request");
      return expected2 === void 0 ? void 0 : {
        message: `the trust policy is for pull requests, \`${expected2}\`, and the job runs for none, so its subject is \`${actual}\``,
        help: "lease in a job that runs on `pull_request`, or write a statement for this event"
      };
    }
    const expected = wantedOf(trustCase, "ref", "environment");
    if (expected === void 0 && !trustCase.blind) return void 0;
    return {
      message: `the job runs for a pull request, so its subject is \`${actual}\`${expected === void 0 ? ", whatever the branch" : `, and the trust policy is for \`${expected}\``}`,
      help: "lease in a job that runs on `push`, or give the job an environment; trusting this subject trusts every pull request of the repository"
    };
  }
};
var immutableSubject = {
  id: "immutable-subject",
  applies: (trustCase) => {
    const { subject, claims } = trustCase;
    const actual = own(trustCase, "sub");
    if (subject === void 0 || claims === void 0 || actual === void 0) return void 0;
    const other = wantedSubjects(trustCase).find(
      ({ parsed }) => parsed.immutable !== subject.immutable && sameName(parsed.owner, subject.owner) && sameName(parsed.repository, subject.repository)
    );
    const guess = trustCase.blind && issuerKind(own(trustCase, "iss") ?? "") !== "server" ? otherShape(actual, claims)[0] : void 0;
    const expected = other?.text ?? guess;
    if (expected === void 0) return void 0;
    const id = own(trustCase, "repository_id");
    return {
      message: subject.immutable ? `the subject carries ids, \`${actual}\`, and a trust policy for names, \`${expected}\`, does not match` : `the subject carries names only, \`${actual}\`, and a trust policy for ids, \`${expected}\`, does not match`,
      help: `accept both shapes side by side${id === void 0 ? "" : `, and bind the repository by a condition \`repository_id\` equal to \`${id}\``}`
    };
  }
};
var customisedSubject = {
  id: "customised-subject",
  applies: (trustCase) => {
    const { subject, claims } = trustCase;
    const actual = own(trustCase, "sub");
    const defaults = claims === void 0 ? void 0 : expectedSubjects(claims);
    if (actual === void 0 || defaults === void 0 || subject?.customised === false) return void 0;
    if (!trustCase.blind && failedOn(trustCase, "sub").length === 0) return void 0;
    const shapes = [defaults.names, ...defaults.immutable === void 0 ? [] : [defaults.immutable]];
    return {
      message: `the subject is customised: it is \`${actual}\`, not ${quoted(shapes).replace(", ", " or ")}`,
      help: "write the trust policy for the subject as it is; `GET /repos/OWNER/REPOSITORY/actions/oidc/customization/sub` tells the claims that it is composed of"
    };
  }
};

// packages/oidc/src/causes/time.ts
var LEEWAY_SECONDS = 60;
function seconds({ claims }, name2) {
  const value = Number(claims === void 0 ? Number.NaN : claimValues(claims, name2)[0]);
  return Number.isFinite(value) ? value : void 0;
}
function serverSeconds({ input }) {
  return input.serverDate === void 0 ? void 0 : Math.floor(input.serverDate / 1e3);
}
var clockSkew = {
  id: "clock-skew",
  applies: (trustCase) => {
    const issued = seconds(trustCase, "iat");
    const notBefore = seconds(trustCase, "nbf") ?? issued;
    const server = serverSeconds(trustCase);
    if (issued === void 0 || notBefore === void 0) return void 0;
    if (server !== void 0 && (issued - server > LEEWAY_SECONDS || notBefore - server > LEEWAY_SECONDS)) {
      return {
        message: `the clock of the provider is ${issued - server} s behind that of the token's issuer`,
        help: "set the clock of whichever is yours, the provider or the CI server, by NTP"
      };
    }
    return refusalSays(trustCase.input.refusal) === "skewed" ? {
      message: "the provider says that the token or the request is from another time than its own clock shows",
      help: "set the clock of this machine, and of the provider if it is yours, by NTP"
    } : void 0;
  }
};
var tokenExpired = {
  id: "token-expired",
  applies: (trustCase) => {
    const expires = seconds(trustCase, "exp");
    const server = serverSeconds(trustCase);
    if (expires === void 0) return void 0;
    if (server !== void 0 && server >= expires) {
      return {
        message: `the token had expired ${server - expires} s before the provider saw it`,
        help: "mint a token for every attempt; if this one was fresh, the clock of the provider or of the CI server is wrong"
      };
    }
    return refusalSays(trustCase.input.refusal) === "expired" ? { message: "the provider says that the token has expired", help: "mint a token for every attempt, and use it at once" } : void 0;
  }
};
var tokenReused = {
  id: "token-reused",
  applies: ({ claims, input }) => claims !== void 0 && refusalSays(input.refusal) === "reused" ? {
    message: "the provider accepts an ID token once, and has seen this one",
    help: "mint a token for every exchange and every attempt"
  } : void 0
};
var trustJustCreated = {
  id: "trust-just-created",
  applies: (trustCase) => isUnexplained(trustCase) ? {
    message: "a trust policy or identity provider that was just written may take some minutes until it holds everywhere",
    help: "if it was changed in the last five minutes, run the job again"
  } : void 0
};

// packages/oidc/src/causes/workflow.ts
var reusableWorkflow = {
  id: "reusable-workflow",
  applies: (trustCase) => {
    const called = own(trustCase, "job_workflow_ref");
    const calling = own(trustCase, "workflow_ref");
    const failed = failedOn(trustCase, "job_workflow_ref", "workflow_ref")[0];
    if (failed === void 0) {
      if (!trustCase.blind || called === void 0 || calling === void 0 || called === calling) return void 0;
      return {
        message: `the job stands in the reusable workflow \`${called}\`, called by \`${calling}\`; repository and ref in the token are those of the caller`,
        help: "trust the reusable workflow by the claim `job_workflow_ref`, and the caller by `repository_id`"
      };
    }
    const actual = own(trustCase, failed.claim);
    const swapped = failed.claim === "job_workflow_ref" ? calling : called;
    const mixedUp = swapped !== void 0 && failed.values.some((value) => globMatches(value, swapped));
    return {
      message: actual === void 0 ? `the trust policy compares \`${failed.claim}\`, and the token has no such claim` : `\`${failed.claim}\` is \`${actual}\`, and the trust admits ${quoted(failed.values)}`,
      help: mixedUp ? `the value is that of \`${failed.claim === "job_workflow_ref" ? "workflow_ref" : "job_workflow_ref"}\`: \`job_workflow_ref\` is the file that the job stands in, \`workflow_ref\` the one that called it` : "write the path of the workflow file with the ref that it is called by, such as `acme/ci/.github/workflows/deploy.yml@refs/tags/v1`"
    };
  }
};

// packages/oidc/src/causes/index.ts
var CAUSES = [
  forkPullRequest,
  idTokenPermission,
  callerPermission,
  providerNotRegistered,
  audience,
  issuerEnterprise,
  issuerHost,
  issuer,
  tokenReused,
  clockSkew,
  tokenExpired,
  wrongAccount,
  deniedByStatement,
  wildcardWithEquals,
  letterCase,
  wildcardTooNarrow,
  environmentSubject,
  pullRequestSubject,
  immutableSubject,
  customisedSubject,
  encodedColon,
  reusableWorkflow,
  repositoryNotTrusted,
  environmentNotTrusted,
  refNotTrusted,
  claimNotTrusted,
  roleMissing,
  trustJustCreated
];

// packages/oidc/src/correct.ts
function correctedConditions(conditions, claims) {
  const corrected = conditions.flatMap(
    (condition) => conditionHolds(condition, claims) ? [condition] : corrections(condition, claims)
  );
  const failedSubjects = conditions.filter(
    (condition) => condition.claim === "sub" && !condition.negated && !conditionHolds(condition, claims)
  );
  const added = [
    ...failedSubjects.some(({ values }) => namesOnly(values, claims)) || lostRepository(conditions, claims) ? exactly(claims, "repository_id") : [],
    ...failedSubjects.flatMap((condition) => lostRef(condition, corrected, claims)),
    // Without its environment only the ref tells this job from the repository's others.
    ...lostEnvironment(conditions, claims) ? exactly(claims, "ref") : [],
    ...exactly(claims, "aud")
  ];
  const bound = new Set(corrected.filter(({ negated }) => !negated).map(({ claim }) => claim));
  return [...corrected, ...added.filter(({ claim }) => !bound.has(claim) && bound.add(claim))];
}
function suggestedConditions(claims, audience3) {
  return ["aud", "sub", "repository_id"].flatMap((claim) => exactly({ ...claims, aud: audience3 }, claim));
}
function corrections(condition, claims) {
  const actual = claimValues(claims, condition.claim);
  if (condition.negated) {
    const values = condition.values.filter((value) => !actual.some((found) => fits(condition, value, found)));
    return values.length === 0 ? [] : [{ ...condition, values }];
  }
  const asPattern = { ...condition, operator: "like", source: `like ${condition.claim}` };
  if (condition.values.some(isGlob) && conditionHolds(asPattern, claims)) return [asPattern];
  return condition.claim === "sub" ? correctedSubject(condition, claims) : exactly(claims, condition.claim);
}
function exactly(claims, claim) {
  const values = claimValues(claims, claim).filter((value) => value !== "");
  return values.length === 0 ? [] : [{ claim, operator: "equals", negated: false, values, source: `equals ${claim}` }];
}
function lostRepository(conditions, claims) {
  return conditions.some(
    (condition) => condition.claim === "repository" && !condition.negated && !conditionHolds(condition, claims)
  );
}
function lostEnvironment(conditions, claims) {
  return claimText(claims, "environment") === void 0 && conditions.some(({ claim, negated }) => claim === "environment" && !negated);
}
function lostRef(condition, corrected, claims) {
  const ref = claimText(claims, "ref");
  const bound = condition.values.flatMap((value) => parseSubject(value)?.context.filter(({ key }) => key === "ref") ?? []);
  const patterns = [...new Set(bound.map(({ value }) => value))];
  const stillBound = corrected.some(
    ({ claim, values }) => claim === "sub" && values.every((value) => parseSubject(value)?.context.some(({ key }) => key === "ref"))
  );
  const operator = patterns.some(isGlob) ? "like" : "equals";
  const replacement = { claim: "ref", operator, negated: false, values: patterns, source: `${operator} ref` };
  return ref === void 0 || stillBound || patterns.length === 0 || !conditionHolds(replacement, claims) ? [] : [replacement];
}

// packages/oidc/src/diagnose.ts
function diagnose(input) {
  const trustCase = caseOf(input);
  const { claims, comparison: comparison2 } = trustCase;
  const causes2 = CAUSES.flatMap(({ id, applies }) => {
    const found = applies(trustCase);
    return found === void 0 ? [] : [{ id, ...found }];
  });
  if (claims === void 0) return { causes: causes2, mismatches: [], corrected: [], claims: {} };
  const mismatches = comparison2 === void 0 ? [] : mismatchesOf(comparison2, claims);
  return { causes: causes2, mismatches, corrected: correctionOf(trustCase, claims), claims: shownClaims(claims) };
}
function correctionOf({ blind, comparison: comparison2, input }, claims) {
  if (comparison2 === void 0) return blind ? suggestedConditions(claims, input.audience) : [];
  const { nearest } = comparison2;
  if (nearest === void 0) return suggestedConditions(claims, input.audience);
  return nearest.failed.length === 0 ? [] : correctedConditions(nearest.statement.conditions, claims);
}
function caseOf(input) {
  const { claims, statements } = input;
  const comparison2 = claims && statements && statements.length > 0 ? compareTrust(statements, claims) : void 0;
  return {
    input,
    claims,
    subject: claims === void 0 ? void 0 : parseSubject(claimText(claims, "sub") ?? ""),
    comparison: comparison2,
    blind: claims !== void 0 && comparison2 === void 0 && !refusalExplainsItself(input.refusal)
  };
}

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var strictDecoder = new TextDecoder("utf-8", { fatal: true });
var UINT32_RANGE = 2 ** 32;
function decodeBase64(encoded, url = false) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  const binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}

// node_modules/jose/dist/webapi/util/base64url.js
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), true);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}

// node_modules/jose/dist/webapi/util/errors.js
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message, options) {
    super(message, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};

// node_modules/jose/dist/webapi/lib/validate.js
function isObject(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return false;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

// node_modules/jose/dist/webapi/util/decode_jwt.js
function decodeJwt(jwt) {
  if (typeof jwt != "string")
    throw new JWTInvalid("JWTs must use Compact JWS serialization, JWT must be a string");
  const { 1: encodedPayload, length } = jwt.split(".");
  if (length === 5)
    throw new JWTInvalid("Only JWTs using Compact JWS serialization can be decoded");
  if (length !== 3)
    throw new JWTInvalid("Invalid JWT");
  if (!encodedPayload)
    throw new JWTInvalid("JWTs must contain a payload");
  let claimsSetBytes;
  try {
    claimsSetBytes = decode(encodedPayload);
  } catch (cause) {
    throw new JWTInvalid("Failed to base64url decode the payload", { cause });
  }
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("Failed to parse the decoded payload as JSON", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("Invalid JWT Claims Set");
  return claimsSet;
}

// packages/oidc/src/read-id-token.ts
function readIdToken(token) {
  const claims = decode2(token);
  if (claims === void 0) throw malformed("what the platform gave as an ID token is not a signed JWT");
  return {
    issuer: text(claims, "iss"),
    subject: text(claims, "sub"),
    audience: audience2(claims),
    issuedAt: seconds2(claims, "iat"),
    expiresAt: seconds2(claims, "exp"),
    claims
  };
}
function decode2(token) {
  try {
    return decodeJwt(token.reveal());
  } catch {
    return void 0;
  }
}
function text(claims, name2) {
  const value = claims[name2];
  if (typeof value === "string" && value !== "") return value;
  throw malformed(`the ID token has no \`${name2}\``);
}
function seconds2(claims, name2) {
  const value = claims[name2];
  if (typeof value === "number" && Number.isFinite(value) && value > 0) return Math.floor(value);
  throw malformed(`the ID token has no \`${name2}\``);
}
function audience2(claims) {
  const value = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const names = value.filter((name2) => typeof name2 === "string" && name2 !== "");
  if (names.length > 0 && names.length === value.length) return names;
  throw malformed("the ID token has no `aud`");
}
function malformed(message) {
  return new UpstreamError(message, {
    code: "ERR_ID_TOKEN_MALFORMED",
    help: "check what answers at `ACTIONS_ID_TOKEN_REQUEST_URL`: it must be the token endpoint of the CI platform, not a proxy or a login page",
    retryable: false
  });
}

// packages/report/src/plain.ts
var UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
function oneLine(text4) {
  return text4.replaceAll(UNPRINTABLE, " ").trim();
}
function logLines(lines) {
  return lines.map((line) => guarded(line)).join("\n");
}
function guarded(line) {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return indent + oneLine(line).replace(/^::/, ": :").replaceAll(/##(?=\[|vso\[)/g, "# #");
}

// packages/report/src/markdown.ts
var MEANINGFUL = /[&<>`|\\*_~[\]#@:$]/g;
var UNSAFE_IN_CODE = /[`|\\<>&]/;
function text2(words) {
  return oneLine(words).replaceAll(MEANINGFUL, entity);
}
function code(words) {
  const line = oneLine(words);
  if (line === "") return "<code> </code>";
  return UNSAFE_IN_CODE.test(line) ? `<code>${text2(line)}</code>` : `\`${line}\``;
}
function sentence(words) {
  return oneLine(words).split("`").map(
    (part, index, parts2) => index % 2 === 0 ? plainText(part) : index + 1 === parts2.length ? plainText(`\`${part}`) : code(part)
  ).join("");
}
function plainText(words) {
  return words.replaceAll(/[&<>`|\\*_~[\]#@$]|:(?=\/\/)/g, entity);
}
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function codeBlock(language, content) {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${content}
${fence}`;
}
function blocks(...parts2) {
  return `${parts2.filter((part) => part !== "").join("\n\n")}
`;
}

// packages/report/src/mismatch.ts
function mismatchTable(mismatches) {
  const rows = mismatches.map(({ claim, actual, expected, source }) => [
    code(claim),
    actual === void 0 ? "absent" : code(actual),
    expected.map(code).join("<br>"),
    code(source)
  ]);
  return rows.length === 0 ? "" : table(["Claim", "This job", "Would match", "Where"], rows);
}
function mismatchLines(mismatches) {
  return mismatches.map(
    ({ claim, actual, expected, source }) => `  ${claim}: is ${actual === void 0 ? "absent" : `\`${actual}\``}, would match ${expected.map((value) => `\`${value}\``).join(" or ")} (${source})`
  );
}

// packages/report/src/trust.ts
function trustSummary(diagnosis, correction) {
  const { causes: causes2, mismatches, corrected, claims } = diagnosis;
  const claimRows = Object.entries(claims).map(([claim, value]) => [code(claim), code(value)]);
  return blocks(
    "### Trust was refused",
    causes2.length === 0 ? "Nothing in the token shows why." : causes2.map(causeBlock).join("\n\n"),
    mismatches.length === 0 ? "" : `#### What does not match

${mismatchTable(mismatches)}`,
    corrected.length === 0 ? "" : `#### What would admit this job

${correction === void 0 ? conditionTable(corrected) : codeBlock("json", correction)}`,
    claimRows.length === 0 ? "" : `#### This job's claims

${table(["Claim", "Value"], claimRows)}`
  );
}
function trustText(diagnosis, correction) {
  const { causes: causes2, mismatches, corrected, claims } = diagnosis;
  return logLines([
    "trust was refused",
    ...causes2.flatMap(causeLines),
    ...mismatches.length === 0 ? [] : ["what does not match:", ...mismatchLines(mismatches)],
    ...corrected.length === 0 ? [] : ["what would admit this job:", ...correction?.split("\n") ?? corrected.map(conditionLine)],
    ...Object.keys(claims).length === 0 ? [] : ["this job's claims:", ...Object.entries(claims).map(([claim, value]) => `  ${claim}: ${value}`)]
  ]);
}
function causeBlock({ id, message, help, snippet }, index) {
  const advice = `**${index + 1}. ${id}**: ${sentence(message)}.<br>To change: ${sentence(help)}.`;
  return snippet === void 0 ? advice : `${advice}

${codeBlock("yaml", snippet)}`;
}
function causeLines({ id, message, help, snippet }, index) {
  return [`${index + 1}. ${id}: ${message}`, `  help: ${help}`, ...snippet?.split("\n").map((line) => `    ${line}`) ?? []];
}
function comparison({ operator, negated }) {
  return `${negated ? "not " : ""}${operator}`;
}
function conditionTable(conditions) {
  return table(
    ["Claim", "Compares", "With"],
    conditions.map((condition) => [code(condition.claim), comparison(condition), condition.values.map(code).join("<br>")])
  );
}
function conditionLine(condition) {
  return `  ${condition.claim} ${comparison(condition)} ${condition.values.map((value) => `\`${value}\``).join(" or ")}`;
}

// packages/report/src/denial.ts
function denialSummary(decision) {
  const rows = decision.rules.map(({ rule, passed, detail }) => [code(rule), passed ? "passed" : "**failed**", sentence(detail)]);
  return blocks(
    `### Denied: ${code(decision.grant)}`,
    rows.length === 0 ? "No rule admits this job." : table(["Rule", "Result", "Why"], rows),
    mismatchTable(decision.mismatches)
  );
}
function denialText(decision) {
  const failed = decision.rules.filter(({ passed }) => !passed);
  return logLines([
    `denied: ${decision.grant}`,
    ...failed.map(({ rule, detail }) => `  ${rule}: ${detail}`),
    ...mismatchLines(decision.mismatches)
  ]);
}

// packages/report/src/instant.ts
function formatInstant(ms) {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? "an unknown time" : `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
function formatUntil(ms, now) {
  const seconds3 = Math.round((ms - now) / 1e3);
  return `${formatInstant(ms)} (${seconds3 < 0 ? `${formatDuration(-seconds3)} ago` : `in ${formatDuration(seconds3)}`})`;
}

// packages/report/src/ending.ts
var PROMISES = {
  revoked: "revoked when the job ends",
  denied: "denied when the job ends: it still authenticates, and every request is refused",
  ungranted: "ungranted when the job ends: the access behind it is taken away",
  expires: "expires: only time ends it, also when the job is over"
};
function endingLine(ending) {
  const box = ending.timeBoxed ? "; a time box keeps it below the provider's own minimum" : "";
  return `${PROMISES[ending.kind]}${box}${ending.kind === "expires" ? ` (${ending.why})` : ""}`;
}

// packages/report/src/job.ts
var PARTS = [
  ["repository", ""],
  ["ref", "at "],
  ["environment", "environment "],
  ["event_name", "on "],
  ["actor", "by "]
];
function jobLine(identity, mark) {
  const told = PARTS.flatMap(([claim, before]) => identity[claim] === void 0 ? [] : [`${before}${mark(identity[claim])}`]);
  const subject = identity.sub;
  if (told.length > 0) return told.join(", ");
  return subject === void 0 ? "a job whose token tells no name" : mark(subject);
}

// packages/report/src/lease.ts
var WHOLE_TARGET = "all that the target allows";
var SCOPE_LINES_IN_LOG = 3;
function leaseSummary(record2, now) {
  const { subject, ending } = record2;
  const access = subject.access === void 0 ? "" : ` (${text2(subject.access)})`;
  const rows = [
    ["Purpose", subject.purpose && text2(subject.purpose)],
    ["Owner", subject.owner && code(subject.owner)],
    ["Reason", subject.reason && text2(subject.reason)],
    ["Target", `${code(subject.target)}${access}`],
    ["Scope", subject.scope.length === 0 ? WHOLE_TARGET : subject.scope.map(code).join("<br>")],
    ["For", jobLine(subject.identity, code)],
    ["Until", formatUntil(record2.expiresAt, now)],
    ["Ending", sentence(endingLine(ending))]
  ];
  const told = rows.filter((row) => row[1] !== void 0 && row[1] !== "");
  return blocks(`### Lease of ${title(record2)}`, breakGlassAlert(record2), table(["Lease", code(record2.leaseId)], told));
}
function leaseText(record2, now) {
  const { subject, ending } = record2;
  const scope = subject.scope.slice(0, SCOPE_LINES_IN_LOG).join("; ");
  const more = subject.scope.length - SCOPE_LINES_IN_LOG;
  return logLines([
    ...subject.breakGlass ? [breakGlassLine(record2)] : [],
    `leased ${name(record2)} until ${formatUntil(record2.expiresAt, now)}, lease ${record2.leaseId}`,
    `  for ${jobLine(subject.identity, (value) => value)}`,
    `  scope: ${scope === "" ? WHOLE_TARGET : scope}${more > 0 ? ` and ${more} more` : ""}`,
    `  ending: ${endingLine(ending)}`
  ]);
}
function title({ subject }) {
  return code(subject.grant ?? subject.target);
}
function name({ subject }) {
  return subject.grant === void 0 ? subject.target : `${subject.grant} (${subject.target})`;
}
function breakGlassAlert({ subject }) {
  if (!subject.breakGlass) return "";
  return `> [!CAUTION]
> **BREAK-GLASS**: an emergency grant was used. Reason: ${subject.reason ? text2(subject.reason) : "none given"}`;
}
function breakGlassLine({ subject }) {
  return `BREAK-GLASS: an emergency grant was used; reason: ${subject.reason ?? "none given"}`;
}

// packages/report/src/problems.ts
function problemsText(problems) {
  return logLines(
    problems.flatMap(({ at, message, code: code2, help }) => [
      `${at.file}:${at.line}:${at.column}: ${message} [${code2}]`,
      ...help === void 0 ? [] : [`  help: ${help}`]
    ])
  );
}

// packages/report/src/scrub.ts
var RUN = /[A-Za-z0-9_.~+/=-]{20,}/g;
var JWT_START = "eyJ";
var JWT_LENGTH = 20;
var WORD = /[A-Za-z0-9+/_-]/;
var SECRET_KEY = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g;
var LONG_RUN = /[A-Za-z0-9+/=_-]{100,}/g;
var PREFIXED = /(?<![A-Za-z0-9])(?:gh[opsur]_|github_pat_|glpat-|hv[bsr]\.|npm_|pypi-AgE|xox[abeprs]-|AIza|ya29\.)[A-Za-z0-9_.-]{16,}/g;
var PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g;
function scrubTokens(value) {
  return value.replaceAll(PRIVATE_KEY, "***").replaceAll(PREFIXED, "***").replaceAll(RUN, withoutJwt);
}
function withoutJwt(run) {
  let start = run.indexOf(JWT_START);
  if (start < 0 || run.length - start < JWT_LENGTH) return run;
  while (start > 0 && WORD.test(run[start - 1])) start--;
  return `${run.slice(0, start)}***`;
}
function scrub(value) {
  return scrubTokens(value).replaceAll(SECRET_KEY, (run) => isMixed(run) ? "***" : run).replaceAll(LONG_RUN, "***");
}
function isMixed(run) {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
}

// packages/report/src/error.ts
var DEEPEST_CAUSE = 3;
function errorText(error) {
  const lines = logLines([
    `${[error.message, ...causes(error)].join(": ")} [${error.code}]`,
    ...error.help === void 0 ? [] : [`  help: ${error.help}`]
  ]);
  const problems = error instanceof ConfigError ? error.problems : [];
  const [first2] = problems;
  if (first2 === void 0) return scrubTokens(lines);
  const list = problemsText(problems);
  return scrubTokens(error.message.includes(first2.message) ? list : `${lines}
${list}`);
}
function causes(error) {
  const found = [];
  for (let cause = error.cause; cause instanceof Error && found.length < DEEPEST_CAUSE; cause = cause.cause) {
    if (cause.message !== "" && !error.message.includes(cause.message)) found.push(cause.message);
  }
  return found;
}

// packages/report/src/ledger-schema.ts
var LONGEST_TEXT = 4096;
var INSTANT = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{3})?Z$";
function text3(description, more = {}) {
  return { type: "string", description, maxLength: LONGEST_TEXT, ...more };
}
function record(description, properties, required) {
  return { type: "object", description, properties, required, additionalProperties: false };
}
var EXPECTED = {
  type: "array",
  description: "Values of which one would have matched.",
  items: text3("One value or pattern.")
};
var FREE_TEXT = /* @__PURE__ */ new Set(["purpose", "reason", "detail"]);
var LEDGER_SCHEMA = record(
  "One event in the life of a lease. It holds the hash of the credential, never the credential.",
  {
    version: { const: 1, description: "Version of this format." },
    time: text3("When, ISO 8601 in UTC.", { pattern: INSTANT }),
    event: { type: "string", enum: LEDGER_EVENTS, description: "What happened." },
    lease: text3("Id of the lease.", { pattern: "^[0-9A-Za-z._-]{1,64}$" }),
    provider: text3("Id of the provider.", { pattern: "^[a-z][a-z0-9-]{0,63}$" }),
    target: text3("What is reached, such as a role."),
    grant: text3("Entry of the policy file; absent when everything stood in the workflow."),
    purpose: text3("Why the grant exists."),
    owner: text3("Who answers for the grant."),
    access: { type: "string", enum: ACCESS_LEVELS, description: "How far the grant reaches." },
    reason: text3("Why this job asked."),
    breakGlass: { type: "boolean", description: "Whether an emergency grant was used." },
    run: record(
      "The run that asked.",
      {
        platform: text3("Two letters.", { pattern: "^[a-z]{2}$" }),
        run: text3("Id of the run."),
        attempt: text3("Attempt of the run.")
      },
      ["platform", "run", "attempt"]
    ),
    identity: {
      type: "object",
      description: "Claims of the job's ID token that may be shown.",
      additionalProperties: text3("Value of one claim.")
    },
    name: text3("Name of the lease on the other side, such as a session name."),
    expires: text3("When the credential stops to work at the latest, ISO 8601 in UTC.", { pattern: INSTANT }),
    ending: { type: "string", enum: ENDING_KINDS, description: "How the lease ends." },
    timeBoxed: { type: "boolean", description: "Whether an expiry below the provider's minimum is enforced." },
    credential: record(
      "What may be known of the credential.",
      {
        hash: text3("Base64 of its SHA-256.", { pattern: "^[A-Za-z0-9+/]{43}=$" }),
        publicId: text3("The provider's public name for it, such as an access key id.", { pattern: "^[A-Za-z0-9._:/-]{1,128}$" })
      },
      ["hash"]
    ),
    verified: { type: "boolean", description: "Dead after having been alive, by the same caller." },
    detail: text3("One sentence for a person."),
    code: text3("Stable code of a failure or a refusal.", { pattern: "^ERR_[A-Z0-9_]+$" }),
    mismatches: {
      type: "array",
      description: "Claims that did not match.",
      items: record(
        "One claim.",
        {
          claim: text3("Name of the claim."),
          actual: text3("What the token says; absent when the claim is."),
          expected: EXPECTED,
          source: text3("Where the expectation stands.")
        },
        ["claim", "expected", "source"]
      )
    },
    delivery: { type: "string", enum: DELIVERIES, description: "How the credential was handed over." }
  },
  ["version", "time", "event", "lease", "provider", "target", "breakGlass", "run", "identity"]
);
var REQUIRED_BY_EVENT = {
  denied: ["detail"],
  issued: ["name", "expires", "ending", "credential"],
  delivered: ["delivery"],
  verified: ["verified"],
  failed: ["detail"]
};

// packages/report/src/ledger-check.ts
function ledgerProblem(event) {
  return problem(LEDGER_SCHEMA, event, "event") ?? missing(event, requiredBy(event), "event");
}
function requiredBy(event) {
  const name2 = isObject2(event) ? event.event : void 0;
  return typeof name2 === "string" && Object.hasOwn(REQUIRED_BY_EVENT, name2) ? REQUIRED_BY_EVENT[name2] ?? [] : [];
}
function problem(schema, value, path) {
  if (schema.const !== void 0 && value !== schema.const) return `\`${path}\` must be ${schema.const}`;
  if (schema.type !== void 0 && typeOf(value) !== schema.type) return `\`${path}\` must be of type ${schema.type}`;
  if (typeof value === "string") return textProblem(schema, value, path);
  if (Array.isArray(value))
    return first(value, (item, index) => schema.items && problem(schema.items, item, `${path}[${index}]`));
  return isObject2(value) ? missing(value, schema.required ?? [], path) ?? objectProblem(schema, value, path) : void 0;
}
function textProblem({ enum: names, pattern, maxLength }, value, path) {
  if (names && !names.includes(value)) return `\`${path}\` must be one of ${names.join(", ")}`;
  if (maxLength !== void 0 && value.length > maxLength && [...value].length > maxLength) return `\`${path}\` is too long`;
  return pattern !== void 0 && !new RegExp(pattern, "u").test(value) ? `\`${path}\` is not of its form` : void 0;
}
function objectProblem({ properties = {}, additionalProperties }, value, path) {
  return first(Object.entries(value), ([name2, item]) => {
    const known = Object.hasOwn(properties, name2) ? properties[name2] : additionalProperties;
    if (known === false) return `\`${path}\` has a field that is not of the ledger`;
    return known && problem(known, item, `${path}.${Object.hasOwn(properties, name2) ? name2 : "*"}`);
  });
}
function missing(value, required, path) {
  const name2 = isObject2(value) ? required.find((field) => !Object.hasOwn(value, field)) : void 0;
  return name2 && `\`${path}.${name2}\` is missing`;
}
function first(items, find) {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== void 0) return found;
  }
  return void 0;
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function typeOf(value) {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

// packages/report/src/ledger.ts
function ledgerLine(event) {
  const clean = cleaned(event, "");
  const problem2 = ledgerProblem(clean);
  if (problem2 !== void 0)
    throw new InternalError(`the ledger event has not the shape of one: ${problem2}`, { code: "ERR_LEDGER_EVENT" });
  return JSON.stringify(clean);
}
function cleaned(value, field) {
  if (field === "hash") return value;
  if (typeof value === "string") return cut(FREE_TEXT.has(field) ? scrub(value) : scrubTokens(value));
  if (Array.isArray(value)) return value.map((item) => cleaned(item, field));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== void 0);
  return Object.fromEntries(entries.map(([name2, item]) => [name2, cleaned(item, name2)]));
}
function isPlain(value) {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
function cut(text4) {
  return text4.length <= LONGEST_TEXT ? text4 : `${text4.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
}

export {
  shownClaims,
  DELIVERIES,
  diagnose,
  readIdToken,
  denialSummary,
  denialText,
  leaseSummary,
  leaseText,
  errorText,
  ledgerLine,
  trustSummary,
  trustText
};
