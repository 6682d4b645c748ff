import {
  shownClaims
} from "./chunk-XTYKOFVZ.js";
import {
  EXCHANGE_BUDGET,
  withRetries
} from "./chunk-BOGQHJU3.js";
import {
  newLeaseId
} from "./chunk-EBHRQLJY.js";
import {
  Secret
} from "./chunk-SUAM67JL.js";
import {
  suggest
} from "./start.js";
import {
  ConfigError,
  DeniedError,
  InternalError,
  LeaseholdError,
  UpstreamError
} from "./start.js";

// packages/core/src/secret-forms.ts
var MIN_MASKED_LENGTH = 4;
function secretForms(value) {
  const bytes = new TextEncoder().encode(value);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const forms = [
    value,
    ...value.split(/\r?\n/),
    JSON.stringify(value).slice(1, -1),
    base64,
    base64.replace(/=+$/, ""),
    base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
    hex,
    hex.toUpperCase(),
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll("%20", "+")
  ];
  return [...new Set(forms)].filter((form) => form.length >= MIN_MASKED_LENGTH);
}

// packages/lease/src/record.ts
var STATE_KEY = "lease";
function printRecord(record) {
  return JSON.stringify(record);
}
function parseRecord(text) {
  try {
    const record = JSON.parse(text);
    if (record.version === 1 && typeof record.leaseId === "string" && typeof record.expiresAt === "number") return record;
  } catch {
  }
  throw new InternalError("the state that main saved for the post step cannot be read", {
    code: "ERR_STATE",
    help: "the lease lives until its time box or expiry; its name starts with `lh-` and carries the run and the attempt"
  });
}

// packages/lease/src/events.ts
function ledgerEvent(event, known, run, at, detail = {}) {
  const { subject, ending, expiresAt } = known;
  return {
    version: 1,
    time: new Date(at).toISOString(),
    event,
    lease: known.leaseId,
    provider: known.provider,
    target: subject.target,
    ...given({
      grant: subject.grant,
      purpose: subject.purpose,
      owner: subject.owner,
      access: subject.access,
      reason: subject.reason
    }),
    breakGlass: subject.breakGlass,
    run,
    identity: subject.identity,
    ...given({
      name: known.name,
      expires: expiresAt === void 0 ? void 0 : new Date(expiresAt).toISOString(),
      ending: ending?.kind,
      timeBoxed: ending?.timeBoxed,
      credential: known.credential,
      delivery: known.delivery
    }),
    ...detail
  };
}
function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
}

// packages/lease/src/mint.ts
async function mintToken(audience, parts) {
  const token = await parts.platform.idToken(audience);
  parts.platform.mask(token.reveal());
  const identity = parts.readIdToken(token);
  return { token, identity, issuedAt: identity.issuedAt, expiresAt: identity.expiresAt };
}

// packages/lease/src/environment.ts
function unlayer(layer, current, others) {
  const restore2 = {};
  const rebased = /* @__PURE__ */ new Map();
  const foreign = [];
  for (const [name, value] of Object.entries(layer.set)) {
    const before = layer.previous[name] ?? null;
    const above = lowestAbove(layer, name, others);
    if (above) {
      const base = rebased.get(above.id) ?? above.layer;
      rebased.set(above.id, { ...base, previous: { ...base.previous, [name]: before } });
    } else if (current(name) === value) {
      restore2[name] = before ?? void 0;
    } else {
      foreign.push(name);
    }
  }
  return { restore: restore2, rebased, foreign };
}
function lowestAbove(layer, name, others) {
  const above = [...others].filter(([, other]) => other.at > layer.at && Object.hasOwn(other.set, name));
  const [lowest] = above.sort(([, a], [, b]) => a.at - b.at);
  return lowest && lowest[1].previous[name] === layer.set[name] ? { id: lowest[0], layer: lowest[1] } : void 0;
}
var LAYER_FILE = "environment.json";
function printLayer(layer) {
  return JSON.stringify(layer);
}
function parseLayer(text) {
  if (text === void 0) return void 0;
  try {
    const layer = JSON.parse(text);
    return typeof layer.at === "number" && layer.set && layer.previous ? layer : void 0;
  } catch {
    return void 0;
  }
}

// packages/lease/src/layers.ts
async function otherLayers(leaseId, platform) {
  const layers = /* @__PURE__ */ new Map();
  for (const id of await platform.folders()) {
    const layer = id === leaseId ? void 0 : parseLayer(
      await platform.folder(id).read(LAYER_FILE).catch(() => void 0)
    );
    if (layer) layers.set(id, layer);
  }
  return layers;
}

// packages/lease/src/publish.ts
var CREDENTIAL_FILE = "credential.json";
async function keep(planned, issued, provider, parts) {
  const { platform } = parts;
  const folder = platform.folder(planned.leaseId);
  const ways = provider.deliver(issued.handle, issued.credential, folder.path);
  for (const secret of secretsOf(Object.values(ways))) for (const form of secretForms(secret)) platform.mask(form);
  const record = {
    ...planned,
    stage: "issued",
    handle: issued.handle,
    expiresAt: issued.expiresAt,
    credential: issued.mark
  };
  await folder.write(CREDENTIAL_FILE, issued.credential.reveal());
  platform.remember(STATE_KEY, printRecord(record));
  return { record, delivered: ways[planned.delivery] };
}
async function publish({ record, delivered }, parts, ports) {
  const { platform } = parts;
  const folder = platform.folder(record.leaseId);
  for (const [name, content] of Object.entries(delivered.files)) await folder.write(name, content.reveal());
  const at = Math.max(
    ports.clock.now(),
    ...[...(await otherLayers(record.leaseId, platform)).values()].map((other) => other.at + 1)
  );
  const layer = layerOf(delivered, (name) => platform.variable(name), at);
  await folder.write(LAYER_FILE, printLayer(layer));
  for (const [name, value] of Object.entries(layer.set)) platform.exportVariable(name, value);
  for (const [name, value] of Object.entries(delivered.outputs)) platform.setOutput(name, plain(value));
  const done = { ...record, stage: "delivered" };
  platform.remember(STATE_KEY, printRecord(done));
  return done;
}
function layerOf(delivered, current, at) {
  const set = {};
  const previous = {};
  for (const [name, value] of Object.entries(delivered.env)) {
    set[name] = plain(value);
    previous[name] = current(name) ?? null;
  }
  return { at, set, previous };
}
function plain(value) {
  return value instanceof Secret ? value.reveal() : value;
}
function secretsOf(ways) {
  const secrets = /* @__PURE__ */ new Set();
  for (const way of ways) {
    for (const value of [...Object.values(way.env), ...Object.values(way.outputs)]) {
      if (value instanceof Secret) secrets.add(value.reveal());
    }
  }
  return secrets;
}

// packages/lease/src/acquire.ts
var ISSUE_MARGIN_MS = 12e4;
var SKEW_NOISE_MS = 5e3;
var SKEW_WORTH_TELLING_MS = 6e4;
async function acquire(ask, parts, ports) {
  const { provider, options } = ask;
  const { platform } = parts;
  provider.plan(options, orderFor(ask, ask.ttl, Math.floor(ports.clock.now() / 1e3), parts, ports));
  const audience = provider.audience(options);
  const first = await withRetries("ID token", () => mintToken(audience, parts), EXCHANGE_BUDGET, ports);
  const skewMs = skewOf(ports.clock.now() - first.identity.issuedAt * 1e3);
  if (Math.abs(skewMs) > SKEW_WORTH_TELLING_MS) {
    ports.log.warning(
      `this machine's clock is ${Math.round(Math.abs(skewMs) / 1e3)} s ${skewMs > 0 ? "ahead of" : "behind"} the issuer's`
    );
  }
  const decision = ask.decide?.(first.identity);
  const ttl = decision?.allowed ? decision.ttl : ask.ttl;
  const order = orderFor(ask, ttl, first.identity.issuedAt, parts, ports);
  const subject = {
    ...ask.about,
    ...provider.describe(options),
    ttl,
    identity: shownClaims(first.identity.claims)
  };
  const known = { leaseId: order.leaseId, provider: provider.id, subject };
  const now = () => ports.clock.now() - skewMs;
  const note = (event, about, detail) => platform.record(parts.ledgerLine(ledgerEvent(event, about, platform.run, now(), detail)));
  await note("requested", known);
  if (decision && !decision.allowed) {
    const failed = decision.rules.filter((rule) => !rule.passed).map((rule) => rule.rule);
    await note("denied", known, {
      code: "ERR_POLICY_DENIED",
      detail: `denied by ${failed.join(", ")}`,
      mismatches: decision.mismatches
    });
    return { kind: "denied", decision, identity: first.identity };
  }
  const plan = provider.plan(options, order);
  const planned = {
    version: 1,
    ...known,
    stage: "planned",
    name: plan.name,
    handle: plan.handle,
    ending: plan.ending,
    requestedAt: now(),
    expiresAt: plan.notAfter,
    delivery: ask.delivery,
    audience,
    onRevokeFailure: ask.onRevokeFailure,
    skewMs
  };
  platform.remember(STATE_KEY, printRecord(planned));
  const answer = await exchange(ask, plan, first, audience, parts, ports);
  if (answer.kind !== "issued") {
    const { error } = answer;
    const refused = answer.kind === "refused";
    await note(refused ? "denied" : "failed", planned, { code: error.code, detail: error.message });
    if (!answer.open) platform.remember(STATE_KEY, "");
    if (refused) return { kind: "refused", error: answer.error, identity: first.identity };
    throw error;
  }
  const kept = await keep(planned, answer.issued, provider, parts);
  await note("issued", kept.record);
  const record = await publish(kept, parts, ports);
  const ledger = await note("delivered", record);
  return { kind: "leased", record, ledger };
}
async function exchange(ask, plan, first, audience, parts, ports) {
  let open = false;
  let said;
  const attempt = async (number) => {
    const token = number === 1 ? first : await mintToken(audience, parts);
    try {
      return await ask.provider.exchange(plan, token, ports);
    } catch (error) {
      said = error;
      open ||= !saysNo(error);
      throw error;
    }
  };
  try {
    return { kind: "issued", issued: await withRetries("exchange", attempt, EXCHANGE_BUDGET, ports) };
  } catch (error) {
    if (error === said && isRefusal(error)) return { kind: "refused", error, open };
    if (error instanceof LeaseholdError) return { kind: "failed", error, open };
    throw error;
  }
}
function saysNo(error) {
  if (error instanceof UpstreamError) return error.status !== void 0 && error.status >= 400 && error.status < 500;
  return error instanceof DeniedError || error instanceof ConfigError;
}
function isRefusal(error) {
  return error instanceof DeniedError || error instanceof UpstreamError && saysNo(error) && error.code !== "ERR_UPSTREAM_THROTTLED";
}
function skewOf(difference) {
  return Math.abs(difference) < SKEW_NOISE_MS ? 0 : difference;
}
function orderFor(ask, ttl, from, parts, ports) {
  return {
    leaseId: newLeaseId((from + ttl) * 1e3 + ISSUE_MARGIN_MS, ports.random),
    run: parts.platform.run,
    ttl,
    from,
    ...ask.about.reason ? { reason: ask.about.reason } : {}
  };
}

// packages/lease/src/ask.ts
function aboutGrant(grant, request) {
  return {
    grant: grant.id,
    purpose: grant.purpose,
    owner: grant.owner,
    access: grant.access,
    breakGlass: grant.breakGlass,
    ...request.reason ? { reason: request.reason } : {}
  };
}

// packages/lease/src/prepare.ts
var DEFAULT_TTL = 900;
async function prepare(wanted, parts) {
  const how = { delivery: wanted.delivery, onRevokeFailure: wanted.onRevokeFailure };
  if (wanted.lease === void 0) {
    const provider2 = providerNamed(wanted.provider, parts.providers);
    const about = { breakGlass: false, ...wanted.reason ? { reason: wanted.reason } : {} };
    const options = provider2.parse(wanted.options, parts.env);
    return { ask: { ...how, provider: provider2, options, ttl: wanted.ttl ?? DEFAULT_TTL, about }, trust: void 0 };
  }
  const { decide, grantTrust, readPolicy } = await parts.policy();
  const policy = readPolicy(await policyText(wanted, parts), wanted.policyFile, parts.providers);
  const grant = policy.grants.get(wanted.lease);
  if (!grant) throw unknownGrant(wanted.lease, wanted.policyFile, [...policy.grants.keys()]);
  const request = {
    grant: grant.id,
    ...wanted.ttl === void 0 ? {} : { ttl: wanted.ttl },
    ...wanted.reason === void 0 ? {} : { reason: wanted.reason }
  };
  const provider = providerNamed(grant.provider, parts.providers);
  return {
    ask: {
      ...how,
      provider,
      options: optionsOf(grant, provider, wanted, parts),
      ttl: wanted.ttl ?? grant.ttl.default,
      about: aboutGrant(grant, request),
      decide: (identity) => decide(policy, request, identity)
    },
    trust: (issuer) => grantTrust(grant, issuer)
  };
}
function optionsOf(grant, provider, wanted, { env }) {
  try {
    return provider.parse(grant.with, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { code, help } = error;
    throw new ConfigError(`grant \`${grant.id}\` of \`${wanted.policyFile}\`: ${error.message}`, {
      code,
      ...help ? { help } : {},
      cause: error
    });
  }
}
function providerNamed(id, providers) {
  const provider = providers.find((candidate) => candidate.id === id);
  if (provider) return provider;
  const ids = providers.map((candidate) => candidate.id);
  const near = suggest(id, ids);
  throw new ConfigError(`\`${id}\` is not a provider`, {
    code: "ERR_PROVIDER_UNKNOWN",
    help: near ? `did you mean \`${near}\`?` : `known are ${ids.map((known) => `\`${known}\``).join(", ")}`
  });
}
async function policyText(wanted, parts) {
  const text = await parts.readText(wanted.policyFile);
  if (text !== void 0) return text;
  throw new ConfigError(`there is no policy file \`${wanted.policyFile}\``, {
    code: "ERR_POLICY_FILE",
    help: "check out the repository before this step (`actions/checkout`), name the file with `policy-file`, or leave `lease` out and give `provider` and its options inline"
  });
}
function unknownGrant(id, file, known) {
  const near = suggest(id, known);
  return new ConfigError(`the policy file \`${file}\` has no grant \`${id}\``, {
    code: "ERR_GRANT_UNKNOWN",
    help: near ? `did you mean \`${near}\`?` : `it has ${known.map((other) => `\`${other}\``).join(", ") || "none"}`
  });
}

// packages/lease/src/release.ts
var END_BUDGET_MS = 5e4;
var LAST_WORD_MS = 3e3;
async function release(record, provider, parts, ports) {
  const { platform } = parts;
  const folder = platform.folder(record.leaseId);
  const corrected = { ...ports, clock: issuersClock(ports.clock, record.skewMs) };
  const note = (event, detail, known = record) => platform.record(parts.ledgerLine(ledgerEvent(event, known, platform.run, corrected.clock.now(), detail)));
  const ended = await end(record, provider, await credentialOf(folder), parts, corrected);
  const about = { verified: ended.verified, detail: ended.detail, ...ended.code ? { code: ended.code } : {} };
  let put;
  try {
    if (ended.outcome === "failed") await note("failed", about, { ...record, expiresAt: ended.liveUntil ?? record.expiresAt });
    else if (ended.outcome !== "expires") await note("revoked", about);
    if (ended.verified) await note("verified", about);
  } finally {
    put = await restore(record, parts).finally(() => folder.remove());
  }
  const { restored, foreign } = put;
  const names = restored.length === 0 ? "no variable had to be restored" : `restored ${restored.join(", ")}`;
  const ledger = await note("restored", { detail: ended.outcome === "expires" ? `${ended.detail}; ${names}` : names });
  return { ended, restored, foreign, ledger };
}
async function credentialOf(folder) {
  const kept = await folder.read(CREDENTIAL_FILE).catch(() => void 0);
  return kept === void 0 ? void 0 : new Secret(kept);
}
async function end(record, provider, credential, parts, ports) {
  const deadline = ports.clock.now() + END_BUDGET_MS;
  const order = {
    handle: record.handle,
    credential,
    expiresAt: record.expiresAt,
    audience: record.audience,
    mint: (audience) => mintToken(audience, parts),
    deadline
  };
  const over = new AbortController();
  const late = ports.clock.sleep(END_BUDGET_MS + LAST_WORD_MS, over.signal).then(() => broken(record, "the ending did not finish in time", "ERR_END_BUDGET"));
  try {
    return await Promise.race([provider.end(order, ports), late]);
  } catch (error) {
    if (error instanceof LeaseholdError) return broken(record, error.message, error.code, error.help);
    return broken(record, `the ending broke off: ${error instanceof Error ? error.name : "unknown failure"}`, "ERR_INTERNAL");
  } finally {
    over.abort();
  }
}
function broken(record, detail, code, help) {
  return {
    outcome: "failed",
    kind: record.ending.kind,
    verified: false,
    detail,
    liveUntil: record.expiresAt,
    code,
    ...help ? { help } : {}
  };
}
async function restore(record, parts) {
  const { platform } = parts;
  const layer = parseLayer(await platform.folder(record.leaseId).read(LAYER_FILE));
  if (!layer) return { restored: [], foreign: [] };
  const others = await otherLayers(record.leaseId, platform);
  const { restore: back, rebased, foreign } = unlayer(layer, (name) => platform.variable(name), others);
  for (const [id, changed] of rebased) await platform.folder(id).write(LAYER_FILE, printLayer(changed));
  for (const [name, value] of Object.entries(back)) platform.exportVariable(name, value);
  return { restored: Object.keys(back), foreign };
}
function issuersClock(clock, skewMs) {
  return { now: () => clock.now() - skewMs, sleep: (ms, signal) => clock.sleep(ms, signal) };
}

export {
  STATE_KEY,
  parseRecord,
  acquire,
  prepare,
  release
};
