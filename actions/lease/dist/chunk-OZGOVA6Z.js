import {
  alreadyDead,
  endedUnverified,
  endedVerified,
  exchangeRequest,
  failed,
  leaseIdExpiry,
  onlyExpires,
  stillAlive
} from "./chunk-PJF2B7HV.js";
import {
  judgeExchange,
  readFault,
  readXml
} from "./chunk-2PJEJ3KA.js";
import {
  retryAfter,
  shownArn,
  withRetries
} from "./chunk-UVD56OIC.js";
import {
  ConfigError,
  DeniedError,
  LeaseholdError,
  UpstreamError
} from "./chunk-XZLIVGRS.js";
import "./chunk-CZ7CSFO4.js";

// packages/providers/src/aws/deny-list.ts
var DENY_SID = "LeaseholdEnded";
var INLINE_LIMIT = 10240;
var MANAGED_LIMIT = 6144;
var PRUNE_MARGIN_MS = 3e5;
var FOLD_SID = /^Folding([0-9a-z]{7})$/;
var USER_ID = "aws:userid";
var ROOM = /^-+$/;
function readDenyList(document) {
  const own = statementsOf(parse(document)).find(isOurs);
  if (own === void 0) return void 0;
  const listed = own.Condition?.StringEquals?.[USER_ID] ?? [];
  const entries = [listed].flat().filter((entry) => typeof entry === "string" && !ROOM.test(entry));
  const since = FOLD_SID.exec(String(own.Sid))?.[1];
  return { entries: [...new Set(entries)], foldingSince: since === void 0 ? void 0 : Number.parseInt(since, 36) };
}
var SPARE_ENTRIES = 3;
function roomyDenyPolicy(entry, foldingSince) {
  const quotesAndComma = 3;
  return denyPolicy([entry, "-".repeat(SPARE_ENTRIES * (entry.length + quotesAndComma) - quotesAndComma)], foldingSince);
}
function denyPolicy(entries, foldingSince) {
  const sid = foldingSince === void 0 ? DENY_SID : `Folding${Math.floor(foldingSince).toString(36).padStart(7, "0")}`;
  return JSON.stringify({ Version: "2012-10-17", Statement: [denyStatement(sid, entries)] });
}
function replaceEntries(document, entries) {
  const policy = parse(document);
  const statements = statementsOf(policy).map((each) => isOurs(each) ? denyStatement(DENY_SID, entries) : each);
  return JSON.stringify({ ...policy, Statement: statements });
}
function policySize(document) {
  return document.replace(/\s/g, "").length;
}
function denyEntry(roleId, sessionName) {
  return `${roleId}:${sessionName}`;
}
function entryExpiry(entry) {
  const session = entry.slice(entry.indexOf(":") + 1);
  return session.startsWith("lh-") ? leaseIdExpiry(session.slice(session.lastIndexOf("-") + 1)) : void 0;
}
function isLiveEntry(entry, now) {
  const expiry = entryExpiry(entry);
  return expiry === void 0 || expiry + PRUNE_MARGIN_MS >= now;
}
function mergeEntries(lists, now) {
  return [...new Set(lists.flat())].filter((entry) => isLiveEntry(entry, now));
}
function denyStatement(sid, entries) {
  return {
    Sid: sid,
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { [USER_ID]: entries } }
  };
}
function isOurs(statement) {
  return statement.Effect === "Deny" && (statement.Sid === DENY_SID || FOLD_SID.test(String(statement.Sid)));
}
function statementsOf(policy) {
  return [policy?.Statement ?? []].flat().filter((each) => typeof each === "object" && each !== null);
}
function parse(document) {
  try {
    const value = JSON.parse(document);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : void 0;
  } catch {
    return void 0;
  }
}

// packages/providers/src/aws/signed.ts
async function signedRequest(request, at) {
  const { AwsV4Signer } = await import("./chunk-5O67LJKV.js");
  const { service, region, credential, method, url, headers = {}, body, timeoutMs } = request;
  const signer = new AwsV4Signer({
    ...credential,
    service,
    region,
    method,
    url,
    headers: { ...headers },
    datetime: at.toISOString().replace(/[:-]|\.\d{3}/g, ""),
    ...body === void 0 ? {} : { body }
  });
  const signed = await signer.sign();
  return {
    method,
    url: signed.url.href,
    headers: Object.fromEntries(signed.headers),
    timeoutMs,
    ...body === void 0 ? {} : { body }
  };
}

// packages/providers/src/aws/ending/aws-call.ts
var TIMEOUT_MS = 5e3;
var ATTEMPTS = 6;
var FIRST_WAIT_MS = 250;
var TRANSIENT = /* @__PURE__ */ new Set([
  "ConcurrentModification",
  "EntityTemporarilyUnmodifiable",
  "IDPCommunicationError",
  "InternalError",
  "InternalFailure",
  "OperationAborted",
  "RequestLimitExceeded",
  "RequestTimeout",
  "ServiceFailure",
  "ServiceUnavailable",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException"
]);
function awsCaller(credential, deadline, ports, attempts = ATTEMPTS) {
  const { clock } = ports;
  let offset = 0;
  const once = async (call) => {
    const left = deadline - clock.now();
    if (left <= 0) throw outOfTime(call.service);
    const request = await signedRequest(
      { ...call, credential, timeoutMs: Math.min(TIMEOUT_MS, left) },
      new Date(clock.now() + offset)
    );
    const response = await ports.http(request);
    const ahead = Date.parse(response.headers.date ?? "") - clock.now();
    if (!Number.isNaN(ahead)) offset = Math.abs(ahead) > 2e3 ? ahead : 0;
    return response;
  };
  return {
    now: () => clock.now() + offset,
    send: (call, judge) => withRetries(
      `aws ${call.service}`,
      async () => {
        let response = await once(call);
        if (isSkewed(response)) response = await once(call);
        throwIfTransient(call.service, response, clock.now());
        return judge(response);
      },
      { totalMs: Math.max(0, deadline - clock.now()), attempts, firstWaitMs: FIRST_WAIT_MS },
      ports
    )
  };
}
function throwIfTransient(service, response, now) {
  const { status, headers, body } = response;
  const code = status >= 400 ? readFault(body)?.code : void 0;
  if (status !== 429 && status < 500 && !(code !== void 0 && TRANSIENT.has(code))) return;
  const wait = retryAfter(headers["retry-after"], now);
  throw new UpstreamError(`aws ${service} answered ${status}${code === void 0 ? "" : ` \`${code}\``}`, {
    code: "ERR_AWS_UNAVAILABLE",
    help: "try again later; the AWS Health Dashboard tells of outages",
    retryable: true,
    status,
    ...wait === void 0 ? {} : { retryAfterMs: wait }
  });
}
function unreadable(service, response) {
  return new UpstreamError(`aws ${service} answered ${response.status} with something that is not its XML`, {
    code: "ERR_AWS_ANSWER",
    help: "look for a proxy or a captive portal between the runner and AWS",
    retryable: true,
    status: response.status
  });
}
function isSkewed(response) {
  if (response.status !== 403 && response.status !== 400) return false;
  const fault = readFault(response.body);
  if (fault === void 0) return false;
  return fault.code === "RequestTimeTooSkewed" || fault.code === "RequestExpired" || /signature (?:expired|not yet current)/i.test(fault.message);
}
function outOfTime(service) {
  return new UpstreamError(`aws ${service} was not asked: the time for ending the lease is over`, {
    code: "ERR_AWS_DEADLINE",
    help: "give the post step more time, or look for what made the calls before it slow",
    retryable: false
  });
}

// packages/providers/src/aws/ending/denial.ts
var SETTLE_MS = 1e3;
var ROUND_TRIP_MS = 60;
async function pause(ms, { clock, random }) {
  await clock.sleep(Math.round(ms * (1 + (random(1)[0] ?? 0) / 255)));
}
function listFull(where, limit, entries) {
  return new DeniedError(`the deny list in ${where} is full: ${entries} sessions, and AWS allows ${limit} characters`, {
    code: "ERR_AWS_DENY_LIST_FULL",
    help: "shorten the TTL, since an expired session leaves the list, or spread the jobs over several roles"
  });
}

// packages/providers/src/aws/ending/boundary.ts
var VERSIONS = 5;
async function isDenyBoundary(arn, iam) {
  const current = (await iam.versions(arn)).find((version) => version.isDefault);
  const document = current === void 0 ? void 0 : await iam.version(arn, current.id);
  return document !== void 0 && readDenyList(document) !== void 0;
}
function boundaryDenial(arn, session, iam, ports) {
  const { clock } = ports;
  const { entry, deadline } = session;
  const documents = /* @__PURE__ */ new Map();
  let contended = false;
  let base;
  const readLog = async () => {
    const versions = await iam.versions(arn);
    const read = await Promise.all(
      versions.map(async ({ id, isDefault }) => {
        const document = documents.get(id) ?? await iam.version(arn, id);
        if (document === void 0) return [];
        documents.set(id, document);
        return [{ number: Number(id.slice(1)), id, isDefault, document, entries: readDenyList(document)?.entries ?? [] }];
      })
    );
    const log = read.flat().sort((a, b) => a.number - b.number);
    const moved = versions.some(({ isDefault }) => isDefault) && !log.some(({ isDefault }) => isDefault);
    return moved ? void 0 : log;
  };
  const wanted = (log, current) => {
    const now = iam.now();
    const known = log.flatMap((version) => version === current ? [] : version.entries.filter((each) => isLease(each)));
    return mergeEntries([current.entries, known, [entry]], now);
  };
  const frame = (log, current) => {
    const from = base;
    if (from === void 0) return current.document;
    const rest = (version) => replaceEntries(version.document, []);
    const edited = log.filter(
      (version) => version.number > from.number && readDenyList(version.document) && rest(version) !== rest(from)
    );
    return (edited.at(-1) ?? current).document;
  };
  const step = async () => {
    const log = await readLog();
    if (log === void 0) return "busy";
    const current = log.find((version) => version.isDefault);
    if (current === void 0 || readDenyList(current.document) === void 0) throw replaced();
    const entries = wanted(log, current);
    const target = frame(log, current);
    const listed = new Set(current.entries);
    if (entries.every((each) => listed.has(each)) && target === current.document) return "standing";
    const document = replaceEntries(target, entries);
    if (policySize(document) > MANAGED_LIMIT)
      throw listFull("the permissions boundary of the role", MANAGED_LIMIT, entries.length - 1);
    if (log.length >= VERSIONS) await iam.deleteVersion(arn, spare(log, current, iam.now()).id);
    base = current;
    const outcome = await iam.createVersion(arn, document);
    if (outcome === "gone") throw replaced();
    return outcome === "full" ? "busy" : outcome;
  };
  const deny = async () => {
    let writes = 0;
    let settled = false;
    for (; ; ) {
      const reached = await step();
      if (reached === "standing") {
        if (settled || !contended) return "denied";
        settled = true;
      } else {
        settled = false;
        writes++;
        if (reached === "busy" || writes > 1) contended = true;
        if (reached === "written") continue;
      }
      if (clock.now() + 2 * SETTLE_MS >= deadline) {
        if (reached === "standing") return "denied";
        throw busy();
      }
      await pause(settled ? SETTLE_MS : SETTLE_MS / 4, ports);
    }
  };
  return {
    deny,
    contended: () => contended,
    async confirm() {
      const current = (await readLog())?.find((version) => version.isDefault);
      if (current?.entries.includes(entry)) return true;
      contended = true;
      await deny();
      return false;
    },
    tidy: async () => false
  };
}
function spare(log, current, now) {
  const candidates = log.filter((version) => version !== current);
  const listed = new Set(current.entries);
  const merged = candidates.find(
    (version) => version.entries.every((each) => listed.has(each) || !isLease(each) || !isLiveEntry(each, now))
  );
  const oldest = merged ?? candidates[0];
  if (oldest === void 0) throw busy();
  return oldest;
}
function isLease(entry) {
  return entryExpiry(entry) !== void 0;
}
function replaced() {
  return new UpstreamError(
    "the permissions boundary of the role was taken away, or its statement `LeaseholdEnded` was, while the lease was being ended",
    {
      code: "ERR_AWS_BOUNDARY_CHANGED",
      help: "put the boundary back as `leasehold trust aws` prints it, and ask the credential whether it is alive",
      retryable: false
    }
  );
}
function busy() {
  return new UpstreamError("the permissions boundary of the role was rewritten by others each time", {
    code: "ERR_AWS_DENY_LOST",
    help: "let fewer jobs end on one role at the same time",
    retryable: false
  });
}

// packages/providers/src/aws/ending/iam-query.ts
function iamQuery(roleArn, endpoints, caller) {
  const RoleName = roleArn.slice(roleArn.lastIndexOf("/") + 1);
  const read = (action, parameters) => caller.send(iamRequest(action, parameters, endpoints), (response) => judgeRead(action, response));
  const write = (action, parameters) => caller.send(iamRequest(action, parameters, endpoints), (response) => judgeWrite(action, response));
  const pages = async (action, parameters, ...path) => {
    const found = [];
    for (let marker = ""; marker !== void 0; ) {
      const page = await read(action, marker === "" ? parameters : { ...parameters, Marker: marker });
      found.push(...page?.list(...path, "member") ?? []);
      marker = page?.text("IsTruncated") === "true" ? page.text("Marker") : void 0;
    }
    return found;
  };
  return {
    async role() {
      const answer = await read("GetRole", { RoleName });
      const roleId = answer?.text("Role", "RoleId");
      const boundary = answer?.text("Role", "PermissionsBoundary", "PermissionsBoundaryArn");
      return roleId ? { roleId, ...boundary ? { boundary } : {} } : void 0;
    },
    policyNames: async () => (await pages("ListRolePolicies", { RoleName }, "PolicyNames")).flatMap((name) => name.text() ?? []),
    policy: async (name) => documentOf(await read("GetRolePolicy", { RoleName, PolicyName: name }), "PolicyDocument"),
    putPolicy: (name, document) => write("PutRolePolicy", { RoleName, PolicyName: name, PolicyDocument: document }),
    deletePolicy: async (name) => void await write("DeleteRolePolicy", { RoleName, PolicyName: name }),
    versions: async (arn) => (await pages("ListPolicyVersions", { PolicyArn: arn }, "Versions")).flatMap((version) => {
      const id = version.text("VersionId");
      return id ? [{ id, isDefault: version.text("IsDefaultVersion") === "true" }] : [];
    }),
    version: async (arn, id) => documentOf(await read("GetPolicyVersion", { PolicyArn: arn, VersionId: id }), "PolicyVersion", "Document"),
    createVersion: (arn, document) => write("CreatePolicyVersion", { PolicyArn: arn, PolicyDocument: document, SetAsDefault: "true" }),
    deleteVersion: async (arn, id) => void await write("DeletePolicyVersion", { PolicyArn: arn, VersionId: id }),
    now: () => caller.now()
  };
}
function iamRequest(action, parameters, endpoints) {
  return {
    service: "iam",
    region: endpoints.iamRegion,
    method: "POST",
    url: `${endpoints.iam}/`,
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    body: new URLSearchParams({ Action: action, Version: "2010-05-08", ...parameters }).toString()
  };
}
function judgeRead(action, response) {
  if (response.status === 200) {
    const result = readXml(response.body, `${action}Response`)?.list(`${action}Result`)[0];
    if (result === void 0) throw unreadable("iam", response);
    return result;
  }
  return judgeRefusal(action, response) === "gone" ? void 0 : refuse(action, response);
}
function judgeWrite(action, response) {
  if (response.status === 200) {
    if (/<\w+Response[\s>]/.test(response.body)) return "written";
    throw unreadable("iam", response);
  }
  return judgeRefusal(action, response) ?? refuse(action, response);
}
function judgeRefusal(action, response) {
  const code = readFault(response.body)?.code;
  if (code === "NoSuchEntity") return "gone";
  return code === "LimitExceeded" && !action.startsWith("Delete") ? "full" : void 0;
}
function refuse(action, response) {
  const fault = readFault(response.body);
  if (fault === void 0) throw unreadable("iam", response);
  const denied = /^AccessDenied/.test(fault.code);
  throw new DeniedError(`aws refused \`iam:${action}\` to the revoker role: \`${fault.code}\``, {
    code: "ERR_AWS_REVOKER_DENIED",
    help: denied ? `allow \`iam:${action}\` to the revoker role; \`leasehold trust aws\` prints all that it needs` : "compare the revoker role with what `leasehold trust aws` prints"
  });
}
function documentOf(answer, ...path) {
  const text = answer?.text(...path);
  return text?.trimStart().startsWith("%") ? decodeURIComponent(text) : text;
}

// packages/providers/src/aws/ending/inline-policies.ts
var SHARED_POLICY = "leasehold-ended";
var STALE_FOLD_MS = 12e4;
var BATCH = 8;
var OWN_PREFIX = `${SHARED_POLICY}-`;
function ownPolicyName(leaseId) {
  return OWN_PREFIX + leaseId;
}
function ownPolicyNames(names) {
  return names.filter((name) => expiryOf(name) !== void 0);
}
async function sharedEntries(iam) {
  return readDenyList(await iam.policy(SHARED_POLICY) ?? "")?.entries ?? [];
}
async function readOwnPolicies(names, iam) {
  const read = [];
  const left = [...ownPolicyNames(names)];
  while (left.length > 0) {
    const batch = left.splice(0, BATCH).map(async (name) => ({ name, document: await iam.policy(name) }));
    for (const { name, document = "" } of await Promise.all(batch)) {
      const list = readDenyList(document);
      if (list === void 0) continue;
      const folding = list.foldingSince !== void 0 && list.foldingSince * 1e3 + STALE_FOLD_MS >= iam.now();
      read.push({ name, entries: list.entries, folding, document });
    }
  }
  return read;
}
async function deleteExpired(names, iam) {
  const over = names.filter((name) => (expiryOf(name) ?? Number.POSITIVE_INFINITY) + PRUNE_MARGIN_MS < iam.now());
  for (const name of over) await iam.deletePolicy(name);
  return names.filter((name) => !over.includes(name));
}
function expiryOf(name) {
  return name.startsWith(OWN_PREFIX) ? leaseIdExpiry(name.slice(OWN_PREFIX.length)) : void 0;
}

// packages/providers/src/aws/ending/fold.ts
var STAND_MS = 500;
var WINDOW_MS = 2e4;
var ATTEMPTS2 = 3;
var LOOKS = 10;
async function fold(session, iam, ports) {
  const { clock } = ports;
  const name = ownPolicyName(session.leaseId);
  const until = Math.min(clock.now() + WINDOW_MS, session.deadline - 4 * STAND_MS);
  const since = iam.now() / 1e3;
  let roomy = true;
  const release = async () => {
    await iam.putPolicy(name, roomy ? roomyDenyPolicy(session.entry) : denyPolicy([session.entry]));
    return false;
  };
  if (await iam.putPolicy(name, roomyDenyPolicy(session.entry, since)) !== "written") return false;
  let names;
  let policies;
  let mine;
  for (let looks = 1; ; looks++) {
    await clock.sleep(STAND_MS);
    names = await iam.policyNames();
    policies = await readOwnPolicies(names, iam);
    mine = policies.find((policy) => policy.name === name);
    const others = policies.filter((policy) => policy.folding && policy !== mine);
    if (mine?.folding && others.length === 0) break;
    if (!mine?.folding || looks >= LOOKS || others.some((policy) => policy.name < name)) return release();
  }
  let listed = await sharedEntries(iam);
  let rest = [...policies.filter((policy) => policy !== mine), mine];
  for (let tries = policies.length + ATTEMPTS2; rest.length > 0; tries--) {
    if (tries === 0) return release();
    const total = await used(await iam.policyNames(), rest.slice(0, -1), iam);
    const { batch, merged } = fitting(rest, listed, total, iam.now());
    if (batch.length === 0 && roomy) {
      roomy = false;
      await iam.putPolicy(name, denyPolicy([session.entry], since));
      continue;
    }
    if (batch.length === 0) return release();
    const written = await writeShared(merged, until, iam, clock);
    if (written === "lost") return release();
    if (written === "full") continue;
    for (const policy of batch) if (policy !== mine) await iam.deletePolicy(policy.name);
    if (session.rewritesWhole) {
      await clock.sleep(STAND_MS);
      if (!await sharedHolds(merged, iam) && await writeShared(merged, until, iam, clock) !== "stands") return release();
    }
    rest = rest.slice(batch.length);
    listed = merged;
  }
  await iam.deletePolicy(name);
  ports.log.debug(`aws: folded ${policies.length} sessions into \`${SHARED_POLICY}\`, ${listed.length} listed`);
  return true;
}
async function writeShared(entries, until, iam, clock) {
  for (let attempt = 1; attempt <= ATTEMPTS2 && clock.now() < until; attempt++) {
    const outcome = await iam.putPolicy(SHARED_POLICY, denyPolicy(entries));
    if (outcome !== "written") return outcome === "full" ? "full" : "lost";
    await clock.sleep(STAND_MS);
    if (await sharedHolds(entries, iam)) return "stands";
  }
  return "lost";
}
async function sharedHolds(entries, iam) {
  const there = new Set(await sharedEntries(iam));
  return entries.every((entry) => there.has(entry));
}
function fitting(rest, listed, total, now) {
  const before = listed.length === 0 ? 0 : policySize(denyPolicy(listed));
  for (let count = rest.length; count > 0; count--) {
    const batch = rest.slice(0, count);
    const merged = mergeEntries([listed, ...batch.map((policy) => policy.entries)], now);
    if (total - before + policySize(denyPolicy(merged)) <= INLINE_LIMIT) return { batch, merged };
  }
  return { batch: [], merged: listed };
}
async function used(names, own, iam) {
  const known = new Map(own.map((policy) => [policy.name, policy.document]));
  const documents = await Promise.all(names.map(async (name) => known.get(name) ?? await iam.policy(name) ?? ""));
  return documents.reduce((sum, document) => sum + policySize(document), 0);
}

// packages/providers/src/aws/ending/inline.ts
var FOLD_AT = { alone: 8, crowded: 24, tight: 2 };
var OTHERS_SIZE = 1e3;
var PATIENCE_MS = 6e3;
var FOLD_TIME_MS = 8e3;
var FOLD_ATTEMPTS = 4;
var SPREAD_MS = 4e3;
function inlineDenial(session, iam, ports, foldAt = FOLD_AT) {
  const { clock } = ports;
  const { entry, leaseId, deadline } = session;
  const name = ownPolicyName(leaseId);
  const own = roomyDenyPolicy(entry);
  let contended = false;
  const chance = () => (ports.random(1)[0] ?? 0) / 256;
  let others = "";
  const stands = async (names) => names.includes(name) || (await sharedEntries(iam)).includes(entry);
  const write = async () => {
    const outcome = await iam.putPolicy(name, own);
    return outcome === "full" ? makeRoom() : outcome;
  };
  const makeRoom = async () => {
    contended = true;
    const patience = clock.now() + PATIENCE_MS;
    for (; ; ) {
      const policies = await readOwnPolicies(await deleteExpired(await iam.policyNames(), iam), iam);
      const readAt = clock.now();
      const listed = await sharedEntries(iam);
      const merged = mergeEntries([listed, [entry]], iam.now());
      if (!policies.some((policy) => policy.folding)) {
        let outcome = await iam.putPolicy(name, own);
        const last = merged.length <= listed.length || clock.now() >= patience;
        if (outcome === "full" && last && clock.now() - readAt < SETTLE_MS / 2) {
          outcome = await iam.putPolicy(SHARED_POLICY, denyPolicy(merged));
        }
        if (outcome !== "full") return outcome;
      }
      if (clock.now() + 2 * SETTLE_MS >= deadline) {
        throw listFull("the inline policies of the role", INLINE_LIMIT, merged.length - 1 + policies.length);
      }
      await pause(SETTLE_MS, ports);
    }
  };
  const isTight = async (count) => !session.rewritesWhole && policySize(denyPolicy(await sharedEntries(iam))) + (count + 3) * policySize(own) > INLINE_LIMIT - OTHERS_SIZE;
  const look = async () => {
    const names = await iam.policyNames();
    const standing = await stands(names);
    if (!standing || othersIn(names, name) !== others) contended = true;
    return { names, standing };
  };
  const hold = async (before) => {
    let standing = before;
    for (let settled = !contended; !standing || !settled; settled = true) {
      if (clock.now() + 2 * SETTLE_MS >= deadline) {
        if (standing) return;
        throw lost();
      }
      if (!standing) {
        ports.log.debug(`aws: the denial of \`${leaseId}\` was lost to another write; writing it again`);
        await write();
      }
      await pause(SETTLE_MS, ports);
      standing = (await look()).standing;
    }
  };
  return {
    contended: () => contended,
    async deny() {
      others = othersIn(await iam.policyNames(), name);
      if (await write() === "gone") return "gone";
      await hold((await look()).standing);
      return "denied";
    },
    async confirm() {
      const { standing } = await look();
      if (!standing) await write();
      return standing;
    },
    async tidy() {
      if (session.rewritesWhole) await pause(ROUND_TRIP_MS, ports);
      let { names, standing } = await look();
      if (contended) await hold(standing);
      for (let attempt = 1; attempt <= FOLD_ATTEMPTS && deadline - clock.now() >= FOLD_TIME_MS; attempt++) {
        const count = ownPolicyNames(await deleteExpired(names, iam)).length;
        const enough = await isTight(count) ? foldAt.tight : contended ? foldAt.crowded : foldAt.alone;
        if (!names.includes(name) || count < enough) break;
        if (contended) {
          if (chance() >= foldAt.alone / count) break;
          await clock.sleep(chance() * SPREAD_MS);
        }
        if (await fold(session, iam, ports)) return true;
        names = (await look()).names;
      }
      return contended;
    }
  };
}
function othersIn(names, name) {
  return names.filter((each) => each !== name).toSorted().join();
}
function lost() {
  return new UpstreamError("the denial was written, and lost to other writes each time", {
    code: "ERR_AWS_DENY_LOST",
    help: "let fewer jobs end on one role at the same time, or move the list into a permissions boundary",
    retryable: false
  });
}

// packages/providers/src/aws/ending/probe.ts
var OBJECT_ARN = /^arn:[^:]+:s3:::([^/*?]+)(?:\/(.+))?$/;
var OWN_HOST = /^s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?$/;
var HOST_LABEL = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
var WRONG_MD5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
var ALIVE = {
  "s3:ListBucket": ({ status, body }) => status === 200 && readXml(body, "ListBucketResult") !== void 0,
  "s3:GetObject": ({ status, headers }, code) => (status === 200 || status === 206) && headers["x-amz-request-id"] !== void 0 || status === 416 && code === "InvalidRange" || status === 404 && code === "NoSuchKey",
  // `InvalidDigest` would say that the header was read before the permission, and so proves nothing.
  "s3:PutObject": ({ status }, code) => status === 400 && code === "BadDigest",
  "sts:DecodeAuthorizationMessage": ({ status }, code) => status === 400 && code === "InvalidAuthorizationMessageException"
};
function probeRequest(probe, endpoints) {
  const { action, resource } = probe;
  const { region } = endpoints;
  if (action === "sts:DecodeAuthorizationMessage") {
    const body = "Action=DecodeAuthorizationMessage&Version=2011-06-15&EncodedMessage=leasehold-probe";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return { service: "sts", region, method: "POST", url: `${endpoints.sts}/`, headers, body };
  }
  const [, bucket, key = ""] = OBJECT_ARN.exec(resource) ?? [];
  if (bucket === void 0) return void 0;
  const base = bucketUrl(endpoints.s3, bucket);
  if (action === "s3:ListBucket") return { service: "s3", region, method: "GET", url: `${base}?list-type=2&max-keys=1` };
  const url = `${base}${key === "" ? "" : "/"}${key.split("/").map(encodeURIComponent).join("/")}`;
  if (action === "s3:GetObject") return { service: "s3", region, method: "GET", url, headers: { range: "bytes=0-0" } };
  return { service: "s3", region, method: "PUT", url, headers: { "content-md5": WRONG_MD5 }, body: "-" };
}
function judgeProbe(action, response) {
  const { status, headers, body } = response;
  const { code, message } = readFault(body) ?? { code: "", message: "" };
  if (ALIVE[action](response, code)) return { says: "alive" };
  if (/^Expired(?:Token(?:Exception)?)?$/.test(code)) return { says: "expired" };
  if (code === "InvalidAccessKeyId" || code === "InvalidClientTokenId") return { says: "unknown" };
  if (status === 403 && /^AccessDenied(?:Exception)?$/.test(code)) {
    if (/explicit deny/i.test(message)) return { says: "refused", explained: true };
    if (/^(?:access denied\.?)?$/i.test(message.trim())) return { says: "refused", explained: false };
    return { says: "unclear", why: "the lease may not do what the probe does" };
  }
  const region = headers["x-amz-bucket-region"];
  return {
    says: "unclear",
    why: `the server answered ${status}${code === "" ? "" : ` \`${code}\``}`,
    ...region === void 0 ? {} : { region }
  };
}
function inRegion(endpoints, region) {
  const url = new URL(endpoints.s3);
  if (!OWN_HOST.test(url.hostname) || !/^[a-z0-9-]+$/.test(region)) return endpoints;
  return { ...endpoints, region, s3: endpoints.s3.replace(`.${endpoints.region}.`, `.${region}.`) };
}
function bucketUrl(endpoint, bucket) {
  const url = new URL(endpoint);
  return OWN_HOST.test(url.hostname) && HOST_LABEL.test(bucket) ? `${url.protocol}//${bucket}.${url.host}` : `${endpoint}/${bucket}`;
}

// packages/providers/src/aws/ending/prober.ts
function newProber(order, ports) {
  const { probe, endpoints } = order.handle;
  if (probe === void 0 || order.credential === void 0) return void 0;
  const caller = awsCaller(JSON.parse(order.credential.reveal()), order.deadline, ports, 2);
  let at = endpoints;
  const ask = async () => {
    const request = probeRequest(probe, at);
    if (request === void 0) return { says: "unclear", why: "the resource of the probe names no single bucket" };
    try {
      return await caller.send(request, (response) => judgeProbe(probe.action, response));
    } catch (error) {
      if (error instanceof LeaseholdError) return { says: "unclear", why: error.message };
      throw error;
    }
  };
  return async () => {
    const verdict = await ask();
    if (verdict.says !== "unclear" || verdict.region === void 0 || verdict.region === at.region) return verdict;
    at = inRegion(at, verdict.region);
    return ask();
  };
}

// packages/providers/src/aws/ending/revoker.ts
var ROLE_ACTIONS = ["iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy"];
var BOUNDARY_ACTIONS = ["iam:*Policy*"];
var DURATION_SECONDS = 900;
var ATTEMPTS3 = 6;
var FIRST_WAIT_MS2 = 250;
async function assumeRevoker(order, revokerRole, ports) {
  const handle = revokerHandle(order.handle, revokerRole);
  const budget = { totalMs: Math.max(0, order.deadline - ports.clock.now()), attempts: ATTEMPTS3, firstWaitMs: FIRST_WAIT_MS2 };
  const attempt = async () => {
    const token = await order.mint(order.audience);
    const request = exchangeRequest(handle, token.token);
    const left = Math.max(1, order.deadline - ports.clock.now());
    const response = await ports.http({ ...request, timeoutMs: Math.min(request.timeoutMs, left) });
    try {
      const issued = await judgeExchange(response, handle, token);
      return JSON.parse(issued.credential.reveal());
    } catch (error) {
      if (!(error instanceof DeniedError || error instanceof ConfigError)) throw error;
      throw new DeniedError(
        `the revoker role \`${shownArn(revokerRole, order.handle.maskAccount)}\` refused this job: ${error.message}`,
        {
          code: "ERR_AWS_REVOKER_TRUST",
          help: "its trust policy must let in the same jobs as that of the leased role; `leasehold trust aws` prints it",
          cause: error
        }
      );
    }
  };
  return withRetries("aws sts", attempt, budget, ports);
}
function revokerHandle(handle, revokerRole) {
  const { timeBoxEnd, roleId, ...rest } = handle;
  return {
    ...rest,
    roleArn: revokerRole,
    sessionName: `lh-end-${handle.leaseId}`,
    sessionPolicy: revokerSessionPolicy(handle.roleArn),
    managedPolicies: [],
    durationSeconds: DURATION_SECONDS
  };
}
function revokerSessionPolicy(roleArn) {
  const [, partition = "aws", , , account = ""] = roleArn.split(":");
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ROLE_ACTIONS, Resource: roleArn },
      { Effect: "Allow", Action: BOUNDARY_ACTIONS, Resource: `arn:${partition}:iam::${account}:policy/*` }
    ]
  });
}

// packages/providers/src/aws/ending/verify.ts
var PROPAGATION_MS = 2e4;
var FIRST_WAIT_MS3 = 100;
var LONGEST_WAIT_MS = 2e3;
async function awaitRefusal(ask, denial, until, clock) {
  for (let wait = FIRST_WAIT_MS3; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const verdict = await ask();
    if (verdict.says !== "alive" && verdict.says !== "unclear") return verdict;
    if (clock.now() + wait >= until) return verdict;
    await clock.sleep(wait);
    if (wait === LONGEST_WAIT_MS) await denial.confirm();
  }
}

// packages/providers/src/aws/ending/end.ts
var MARGIN_MS = 1500;
async function endAws(order, ports) {
  const { revokerRole } = order.handle;
  if (revokerRole === void 0) return onlyExpires(order, ports.clock.now());
  try {
    return await endByDenial(order, revokerRole, ports);
  } catch (error) {
    if (error instanceof LeaseholdError) return failed(order, error);
    throw error;
  }
}
async function endByDenial(order, revokerRole, ports) {
  const handle = order.handle;
  const ask = newProber(order, ports);
  const [control, opened] = await Promise.all([ask?.(), open(order, revokerRole, ports)]);
  if (control?.says === "expired") return alreadyDead("the credential had expired before it was ended");
  if (opened instanceof LeaseholdError) throw opened;
  const { iam, role } = opened;
  if (role === void 0) return alreadyDead("the role does not exist any more, and its sessions died with it");
  if (handle.roleId !== void 0 && handle.roleId !== role.roleId) {
    return alreadyDead("the role was deleted and made anew since, and the old one's sessions died with it");
  }
  const session = {
    leaseId: handle.leaseId,
    entry: denyEntry(role.roleId, handle.sessionName),
    deadline: order.deadline - MARGIN_MS,
    // Servers that know no accounts are those that keep a role in one record.
    rewritesWhole: handle.roleArn.split(":")[4] === ""
  };
  const by = await chooseForm(role, iam);
  const denial = by === "boundary" ? boundaryDenial(role.boundary, session, iam, ports) : inlineDenial(session, iam, ports);
  if (await denial.deny() === "gone")
    return alreadyDead("the role vanished while the lease was being ended, and its sessions died with it");
  if (control?.says === "unknown")
    return alreadyDead("AWS did not know the credential any more; its session is denied by name all the same");
  if (ask === void 0 || control?.says !== "alive") {
    await tidy(denial, ports);
    return endedUnverified(order, by, order.credential === void 0 ? "no-credential" : control ?? "no-probe");
  }
  return verify(order, by, denial, ask, ports);
}
async function verify(order, by, denial, ask, ports) {
  const { clock } = ports;
  const until = () => Math.min(order.deadline - MARGIN_MS, clock.now() + PROPAGATION_MS);
  const from = clock.now();
  let last = await awaitRefusal(ask, denial, until(), clock);
  const took = clock.now() - from;
  if (isDead(last)) {
    const moved = await tidy(denial, ports);
    if (moved) {
      await denial.confirm();
      last = await awaitRefusal(ask, denial, until(), clock);
    }
  }
  if (last.says === "alive") return stillAlive(order, by, clock.now() - from);
  return isDead(last) ? endedVerified(order, by, last, took) : endedUnverified(order, by, last);
}
async function open(order, revokerRole, ports) {
  const { roleArn, endpoints } = order.handle;
  try {
    const iam = iamQuery(roleArn, endpoints, awsCaller(await assumeRevoker(order, revokerRole, ports), order.deadline, ports));
    return { iam, role: await iam.role() };
  } catch (error) {
    if (error instanceof LeaseholdError) return error;
    throw error;
  }
}
async function chooseForm({ boundary }, iam) {
  if (boundary === void 0) return "inline-uncapped";
  try {
    return await isDenyBoundary(boundary, iam) ? "boundary" : "inline";
  } catch (error) {
    if (error instanceof DeniedError) return "inline";
    throw error;
  }
}
async function tidy(denial, { log }) {
  try {
    return await denial.tidy();
  } catch (error) {
    if (!(error instanceof LeaseholdError)) throw error;
    log.debug(`aws: the deny list was not tidied: ${error.message}`);
    return true;
  }
}
function isDead(verdict) {
  return verdict.says === "refused" || verdict.says === "expired" || verdict.says === "unknown";
}
export {
  endAws
};
