import {
  _createServer
} from "./chunk-HKSKPHK4.js";
import {
  acquire,
  prepare,
  release
} from "./chunk-LPGQPX4K.js";
import {
  JOSEAlgNotAllowed,
  JOSEError,
  JOSENotSupported,
  JWKInvalid,
  JWKSInvalid,
  JWKSMultipleMatchingKeys,
  JWKSNoMatchingKey,
  JWKSTimeout,
  JWSInvalid,
  JWSSignatureVerificationFailed,
  JWS_RECOGNIZED,
  JWTClaimValidationFailed,
  JWTExpired,
  JWTInvalid,
  assertNotSet,
  concat,
  decode,
  decodeBase64url,
  decodeJwt,
  decoder,
  digest,
  encode,
  encode2,
  encodeAsciiMember,
  encoder,
  errors_exports,
  isDisjoint,
  isJwkSet,
  isObject,
  memoryFolders,
  nodeHttp,
  nodePorts,
  parseJoseHeader,
  readIdToken,
  serializeJoseHeader,
  strictDecoder,
  terminal,
  validateAlgorithms,
  validateB64,
  validateCrit,
  validateCritDuplicates
} from "./chunk-XTYKOFVZ.js";
import {
  _createHash,
  _createHmac,
  _createPrivateKey,
  _createPublicKey,
  _randomBytes,
  _randomUUID,
  _timingSafeEqual
} from "./chunk-RSXET5CJ.js";
import {
  endSummary,
  leaseSummary,
  ledgerLine
} from "./chunk-4RDBEBYK.js";
import {
  AwsClient
} from "./chunk-MAFSE4DZ.js";
import "./chunk-BOGQHJU3.js";
import {
  PROVIDERS,
  aws,
  awsTrust,
  grantOf
} from "./chunk-EAVRIK56.js";
import {
  decide,
  grantTrust,
  grantTtl,
  readPolicy
} from "./chunk-27MWGYOG.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-EBHRQLJY.js";
import {
  Secret
} from "./chunk-SUAM67JL.js";
import {
  formatDuration
} from "./chunk-SPD3I5TM.js";
import "./chunk-J675GY67.js";
import {
  _tmpdir
} from "./chunk-TUOUR3WF.js";
import "./start.js";
import {
  EXIT
} from "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import {
  ConfigError,
  InternalError
} from "./start.js";
import "./start.js";

// packages/testkit/src/loopback.ts
async function listen(handle, port = 0) {
  const sockets = /* @__PURE__ */ new Set();
  const server = _createServer((request, response) => {
    const chunks = [];
    request.on("error", () => void 0);
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      handle({ request, response, body: Buffer.concat(chunks) }).catch((error) => {
        if (response.headersSent) response.destroy();
        else
          response.writeHead(500, { "content-type": "text/plain" }).end(`stand-in failed: ${error instanceof Error ? error.message : "unknown"}`);
      });
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => void 0);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    })
  };
}

// packages/testkit/src/aws/failure.ts
var AwsFailure = class extends Error {
  name = "AwsFailure";
  code;
  status;
  constructor(status, code, message2, options) {
    super(message2, options);
    this.status = status;
    this.code = code;
  }
};
function constraint(value, parameter, rule) {
  return new AwsFailure(
    400,
    "ValidationError",
    `1 validation error detected: Value '${value}' at '${parameter}' failed to satisfy constraint: Member must ${rule}`
  );
}

// packages/testkit/src/aws/signature.ts
var HEADER = /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;
var UNHASHED = /^(?:UNSIGNED-PAYLOAD|STREAMING-[A-Z0-9-]+)$/;
function readAuthorization(header) {
  const match = HEADER.exec(header);
  if (!match) return void 0;
  const [, accessKeyId = "", date = "", region = "", service = "", signedHeaders = "", signature = ""] = match;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature };
}
function readAmzDate(text) {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}
function signatureHolds(request, authorization, secretAccessKey) {
  const { signedHeaders, service } = authorization;
  if (!signedHeaders.includes("host")) return false;
  if (signedHeaders.some((name) => request.headers[name] === void 0)) return false;
  const unsigned = Object.keys(request.headers).filter((name) => name.startsWith("x-amz-") && !signedHeaders.includes(name));
  if (unsigned.length > 0) return false;
  const declared = request.headers["x-amz-content-sha256"];
  const actual = sha256(request.body);
  if (declared !== void 0 && !UNHASHED.test(declared) && declared !== actual) return false;
  const payload = service === "s3" ? declared ?? "" : actual;
  const canonical = [
    request.method,
    canonicalPath(request.target, service),
    canonicalQuery(request.target),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? "").trim().replace(/ +/g, " ")}`),
    "",
    signedHeaders.join(";"),
    payload
  ].join("\n");
  const scope = `${authorization.date}/${authorization.region}/${service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"] ?? "", scope, sha256(canonical)].join("\n");
  const key = [authorization.date, authorization.region, service, "aws4_request"].reduce(
    (previous, part) => hmac(previous, part),
    `AWS4${secretAccessKey}`
  );
  return _timingSafeEqual(hmac(key, text), Buffer.from(authorization.signature, "hex"));
}
function canonicalPath(target, service) {
  const path = target.split("?", 1)[0] || "/";
  if (service === "s3")
    return path.split("/").map((part) => encode3(decode2(part))).join("/");
  return path.split("/").map(encode3).join("/");
}
function canonicalQuery(target) {
  const start = target.indexOf("?");
  if (start < 0) return "";
  return target.slice(start + 1).split("&").filter((pair) => pair !== "").map((pair) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    return [encode3(decode2(name)), encode3(decode2(value))];
  }).sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB)).map(([name, value]) => `${name}=${value}`).join("&");
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function decode2(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
function encode3(part) {
  return encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
function sha256(data) {
  return _createHash("sha256").update(data).digest("hex");
}
function hmac(key, data) {
  return _createHmac("sha256", key).update(data).digest();
}

// packages/testkit/src/aws/authenticate.ts
var MAX_SKEW = 15 * 6e4;
function authenticate(request, service, world) {
  const s3 = service === "s3";
  const header = request.headers.authorization;
  if (header === void 0) {
    throw s3 ? refusal("AccessDenied", "Access Denied") : refusal("MissingAuthenticationToken", "Request is missing Authentication Token");
  }
  const authorization = readAuthorization(header);
  if (!authorization) throw new AwsFailure(400, "IncompleteSignature", "Authorization header is not Signature Version 4");
  if (authorization.service !== service) {
    throw refusal("SignatureDoesNotMatch", `Credential should be scoped to correct service: '${service}'.`);
  }
  const session = world.sessions.get(authorization.accessKeyId);
  if (!session || request.headers["x-amz-security-token"] !== session.sessionToken) {
    throw s3 ? refusal("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.") : refusal("InvalidClientTokenId", "The security token included in the request is invalid.");
  }
  checkTime(request, authorization, world.clock.now(), s3);
  if (!signatureHolds(request, authorization, session.secretAccessKey)) {
    throw refusal(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method."
    );
  }
  if (world.clock.now() >= session.expiresAt) {
    throw s3 ? new AwsFailure(400, "ExpiredToken", "The provided token has expired.") : refusal("ExpiredToken", "The security token included in the request is expired");
  }
  return session;
}
function checkTime(request, { date }, now, s3) {
  const text = request.headers["x-amz-date"] ?? "";
  const signed = readAmzDate(text);
  if (Number.isNaN(signed) || !text.startsWith(date)) {
    throw refusal(
      "SignatureDoesNotMatch",
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP"
    );
  }
  if (Math.abs(now - signed) <= MAX_SKEW) return;
  if (s3) throw refusal("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
  throw refusal(
    "SignatureDoesNotMatch",
    `Signature ${signed < now ? "expired" : "not yet current"}: ${text} is not within 15 min. of the server's time`
  );
}
function refusal(code, message2) {
  return new AwsFailure(403, code, message2);
}

// packages/testkit/src/aws/policy-document.ts
function statements(document) {
  return Array.isArray(document.Statement) ? document.Statement : [document.Statement];
}
function policySize(text) {
  return text.replace(/\s/g, "").length;
}
function readPolicyDocument(text, check2) {
  let document;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw malformed("This policy contains invalid Json", { cause });
  }
  if (typeof document !== "object" || document === null) throw malformed("Syntax errors in policy.");
  const [problem] = check2(document);
  if (problem) throw malformed(`Syntax errors in policy: ${problem.path}: ${problem.message}`);
  return document;
}
function malformed(message2, options) {
  return new AwsFailure(400, "MalformedPolicyDocument", message2, options);
}

// packages/testkit/src/aws/authorise.ts
var KINDS = [
  ["identityAnalysis", "an", "identity-based policy"],
  ["permissionBoundaryAnalysis", "a", "permissions boundary"],
  ["sessionAnalysis", "a", "session policy"]
];
async function newAuthorise(world) {
  const { runSimulation } = await import("@cloud-copilot/iam-simulate");
  return async (session, question) => {
    const role = world.roles.get(session.roleName);
    const current = role?.roleId === session.roleId ? role : void 0;
    const managed = (arn) => ({
      name: arn,
      policy: managedDocument(world, arn)
    });
    const result = await runSimulation(
      {
        request: {
          principal: session.arn,
          action: question.action,
          resource: { resource: question.resource, accountId: world.account },
          contextVariables: contextOf(session, question, world)
        },
        identityPolicies: current ? [
          ...Object.entries(current.policies.effective()).map(([name, text]) => ({ name, policy: JSON.parse(text) })),
          ...current.managed.map(managed)
        ] : [],
        ...current?.boundary !== void 0 && { permissionBoundaryPolicies: [managed(current.boundary)] },
        sessionPolicy: sessionPolicy(session, world),
        serviceControlPolicies: [],
        resourceControlPolicies: []
      },
      { simulationMode: "Strict" }
    );
    if (result.resultType === "error") throw new Error(`the evaluator refused the question: ${result.errors.message}`);
    if (result.overallResult === "Allowed") return;
    const analysis = result.resultType === "single" ? result.result.analysis : result.results[0]?.analysis;
    const subject2 = `User: ${session.arn} is not authorized to perform: ${question.action}`;
    const object = question.shown === void 0 ? "" : ` on resource: ${question.shown}`;
    for (const [key, article, kind] of KINDS) {
      if (analysis?.[key]?.result === "ExplicitlyDenied") {
        throw denied(`${subject2}${object} with an explicit deny in ${article} ${kind}`);
      }
    }
    for (const [key, , kind] of KINDS) {
      if (analysis?.[key]?.result === "ImplicitlyDenied") {
        throw denied(`${subject2}${object} because no ${kind} allows the ${question.action} action`);
      }
    }
    throw denied(`${subject2}${object} because no identity-based policy allows the ${question.action} action`);
  };
}
function contextOf(session, question, world) {
  const now = world.clock.now();
  return {
    "aws:userid": `${session.roleId}:${session.sessionName}`,
    "aws:PrincipalArn": session.roleArn,
    "aws:PrincipalAccount": world.account,
    "aws:PrincipalType": "AssumedRole",
    "aws:FederatedProvider": session.provider,
    "aws:TokenIssueTime": isoSeconds(session.issuedAt),
    "aws:CurrentTime": isoSeconds(now),
    "aws:EpochTime": String(Math.floor(now / 1e3)),
    "aws:SourceIp": question.sourceIp,
    "aws:UserAgent": question.userAgent,
    "aws:SecureTransport": "false",
    ...question.context
  };
}
function sessionPolicy(session, world) {
  const documents = [
    ...session.policy ? [session.policy] : [],
    ...session.policyArns.map((arn) => managedDocument(world, arn))
  ];
  if (documents.length === 0) return void 0;
  return { Version: "2012-10-17", Statement: documents.flatMap(statements) };
}
function managedDocument(world, arn) {
  const text = world.managedPolicies.get(arn)?.standard.effective().text;
  return text === void 0 ? { Version: "2012-10-17", Statement: [] } : JSON.parse(text);
}
function isoSeconds(ms) {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}
function denied(message2) {
  return new AwsFailure(403, "AccessDenied", message2);
}

// packages/testkit/src/aws/xml.ts
function xml(value) {
  if (typeof value !== "object") return escapeXml(String(value));
  if (Array.isArray(value)) return value.map(xml).join("");
  return Object.entries(value).map(([name, child]) => {
    if (child === void 0) return "";
    if (Array.isArray(child)) return child.map((item) => `<${name}>${xml(item)}</${name}>`).join("");
    return `<${name}>${xml(child)}</${name}>`;
  }).join("");
}
function xmlDocument(root, namespace, value) {
  const attribute = namespace === void 0 ? "" : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root}${attribute}>${xml(value)}</${root}>
`;
}
function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

// packages/testkit/src/aws/query.ts
function newCaller(session, authorise, from) {
  return { session, authorise: (question) => authorise(session, { ...question, ...from }) };
}
function queryAnswer(action, namespace, requestId, result) {
  return xmlDocument(`${action}Response`, namespace, {
    [`${action}Result`]: result,
    ResponseMetadata: { RequestId: requestId }
  });
}
function queryError(namespace, requestId, failure) {
  return xmlDocument("ErrorResponse", namespace, {
    Error: { Type: failure.status < 500 ? "Sender" : "Receiver", Code: failure.code, Message: failure.message },
    RequestId: requestId
  });
}
function required(parameters, name) {
  const value = parameters.get(name);
  if (value !== null && value !== "") return value;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  throw new AwsFailure(
    400,
    "ValidationError",
    `1 validation error detected: Value ${value === null ? "null" : "''"} at '${member}' failed to satisfy constraint: Member must not be null`
  );
}

// packages/testkit/src/aws/iam-policies.ts
var SIZE_QUOTA = 6144;
var MAX_VERSIONS = 5;
function policyActions(world, check2) {
  return {
    GetPolicy: async (parameters, caller) => {
      const policy = await permitted(world, parameters, caller, "GetPolicy");
      return {
        Policy: {
          PolicyName: policy.name,
          PolicyId: policy.policyId,
          Arn: policy.arn,
          Path: "/",
          DefaultVersionId: policy.standard.latest().id,
          AttachmentCount: [...world.roles.values()].filter((role) => role.managed.includes(policy.arn)).length,
          PermissionsBoundaryUsageCount: [...world.roles.values()].filter((role) => role.boundary === policy.arn).length,
          IsAttachable: true,
          CreateDate: isoSeconds(policy.created),
          UpdateDate: isoSeconds(policy.standard.latest().created)
        }
      };
    },
    GetPolicyVersion: async (parameters, caller) => {
      const id = required(parameters, "VersionId");
      const policy = await permitted(world, parameters, caller, "GetPolicyVersion");
      const version = versionOf(policy, id);
      return { PolicyVersion: { Document: encodeURIComponent(version.text), ...summary(policy, version) } };
    },
    ListPolicyVersions: async (parameters, caller) => {
      const policy = await permitted(world, parameters, caller, "ListPolicyVersions");
      return { Versions: { member: policy.versions.map((version) => summary(policy, version)) }, IsTruncated: false };
    },
    CreatePolicyVersion: async (parameters, caller) => {
      const text = required(parameters, "PolicyDocument");
      const policy = await permitted(world, parameters, caller, "CreatePolicyVersion");
      readPolicyDocument(text, check2);
      if (policySize(text) > SIZE_QUOTA) throw limit(`Cannot exceed quota for PolicySize: ${SIZE_QUOTA}`);
      if (policy.versions.length >= MAX_VERSIONS) {
        throw limit(
          `A managed policy can have up to ${MAX_VERSIONS} versions. Before you create a new version, you must delete an existing version.`
        );
      }
      const version = { id: `v${policy.next}`, text, created: world.clock.now() };
      policy.next += 1;
      policy.versions = [version, ...policy.versions];
      if (parameters.get("SetAsDefault") === "true") policy.standard.write(version);
      return { PolicyVersion: summary(policy, version) };
    },
    DeletePolicyVersion: async (parameters, caller) => {
      const id = required(parameters, "VersionId");
      const policy = await permitted(world, parameters, caller, "DeletePolicyVersion");
      versionOf(policy, id);
      if (policy.standard.latest().id === id) {
        throw new AwsFailure(409, "DeleteConflict", "Cannot delete the default version of a policy.");
      }
      policy.versions = policy.versions.filter((version) => version.id !== id);
      return void 0;
    }
  };
}
async function permitted(world, parameters, caller, action) {
  const arn = required(parameters, "PolicyArn");
  await caller.authorise({ action: `iam:${action}`, resource: arn, shown: `policy ${arn}` });
  const policy = world.managedPolicies.get(arn);
  if (!policy) throw new AwsFailure(404, "NoSuchEntity", `Policy ${arn} does not exist or is not attachable.`);
  return policy;
}
function versionOf(policy, id) {
  const version = policy.versions.find((candidate) => candidate.id === id);
  if (!version)
    throw new AwsFailure(404, "NoSuchEntity", `Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
  return version;
}
function summary(policy, version) {
  return {
    VersionId: version.id,
    IsDefaultVersion: policy.standard.latest().id === version.id,
    CreateDate: isoSeconds(version.created)
  };
}
function limit(message2) {
  return new AwsFailure(409, "LimitExceeded", message2);
}

// packages/testkit/src/aws/iam-roles.ts
var INLINE_QUOTA = 10240;
function roleActions(world, check2) {
  return {
    GetRole: async (parameters, caller) => {
      const role = await permitted2(world, parameters, caller, "GetRole");
      return {
        Role: {
          Path: role.path,
          RoleName: role.name,
          RoleId: role.roleId,
          Arn: role.arn,
          CreateDate: isoSeconds(role.created),
          AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(role.trust.latest())),
          MaxSessionDuration: role.maxSessionDuration,
          PermissionsBoundary: role.boundary === void 0 ? void 0 : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: role.boundary }
        }
      };
    },
    ListRolePolicies: async (parameters, caller) => {
      const role = await permitted2(world, parameters, caller, "ListRolePolicies");
      return { PolicyNames: { member: Object.keys(role.policies.latest()).sort() }, IsTruncated: false };
    },
    GetRolePolicy: async (parameters, caller) => {
      const name = required(parameters, "PolicyName");
      const role = await permitted2(world, parameters, caller, "GetRolePolicy");
      return { RoleName: role.name, PolicyName: name, PolicyDocument: encodeURIComponent(policyOf(role, name)) };
    },
    PutRolePolicy: async (parameters, caller) => {
      const name = required(parameters, "PolicyName");
      const text = required(parameters, "PolicyDocument");
      const role = await permitted2(world, parameters, caller, "PutRolePolicy");
      readPolicyDocument(text, check2);
      const policies = { ...role.policies.latest(), [name]: text };
      const total = Object.values(policies).reduce((sum, policy) => sum + policySize(policy), 0);
      if (total > INLINE_QUOTA) {
        throw new AwsFailure(409, "LimitExceeded", `Maximum policy size of ${INLINE_QUOTA} bytes exceeded for role ${role.name}`);
      }
      role.policies.write(policies);
      return void 0;
    },
    DeleteRolePolicy: async (parameters, caller) => {
      const name = required(parameters, "PolicyName");
      const role = await permitted2(world, parameters, caller, "DeleteRolePolicy");
      policyOf(role, name);
      const { [name]: _gone, ...rest } = role.policies.latest();
      role.policies.write(rest);
      return void 0;
    }
  };
}
async function permitted2(world, parameters, caller, action) {
  const name = required(parameters, "RoleName");
  const role = world.roles.get(name);
  const resource = role?.arn ?? `arn:${world.partition}:iam::${world.account}:role/${name}`;
  await caller.authorise({ action: `iam:${action}`, resource, shown: `role ${name}` });
  if (!role) throw new AwsFailure(404, "NoSuchEntity", `The role with name ${name} cannot be found.`);
  return role;
}
function policyOf(role, name) {
  const text = role.policies.latest()[name];
  if (text === void 0) throw new AwsFailure(404, "NoSuchEntity", `The role policy with name ${name} cannot be found.`);
  return text;
}

// packages/testkit/src/aws/request-log.ts
function newRequestLog() {
  const entries = [];
  const waiting = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      for (const wait of waiting) if (wait.action === entry.action) wait.resolve(entry);
    },
    seen(action) {
      const earlier = entries.find((entry) => entry.action === action);
      if (earlier) return Promise.resolve(earlier);
      return new Promise((resolve) => waiting.push({ action, resolve }));
    }
  };
}

// packages/testkit/src/aws/chunked-body.ts
function readChunks(body) {
  const parts = [];
  let at = 0;
  while (at < body.length) {
    const end2 = body.indexOf("\r\n", at);
    const size = end2 < 0 ? Number.NaN : Number.parseInt(body.toString("latin1", at, end2), 16);
    const start = end2 + 2;
    if (Number.isNaN(size) || start + size > body.length) break;
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(start, start + size));
    at = start + size + 2;
  }
  throw new AwsFailure(400, "IncompleteBody", "The request body terminated unexpectedly");
}

// packages/testkit/src/aws/s3.ts
var S3_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
var MAX_KEYS = 1e3;
var OBJECT_ACTIONS = {
  GET: "s3:GetObject",
  HEAD: "s3:GetObject",
  PUT: "s3:PutObject",
  DELETE: "s3:DeleteObject"
};
function routeS3(method, url) {
  const [, bucket = "", ...rest] = url.pathname.split("/");
  const key = rest.map(decodeURIComponent).join("/");
  if (bucket === "") return void 0;
  if (key === "") return method === "GET" || method === "HEAD" ? { action: "s3:ListBucket", bucket, key: void 0 } : void 0;
  const action = OBJECT_ACTIONS[method];
  return action && { action, bucket, key };
}
async function answerS3(request, url, route, caller, world) {
  const bucketArn = `arn:${world.partition}:s3:::${route.bucket}`;
  const arn = route.key === void 0 ? bucketArn : `${bucketArn}/${route.key}`;
  await caller.authorise({ action: route.action, resource: arn, shown: `"${arn}"`, context: listContext(route, url) });
  const bucket = world.buckets.get(route.bucket);
  if (!bucket) throw new AwsFailure(404, "NoSuchBucket", "The specified bucket does not exist");
  if (route.key === void 0) {
    return request.method === "HEAD" ? { status: 200 } : { status: 200, body: list(route.bucket, bucket, url) };
  }
  switch (request.method) {
    case "PUT":
      return put(bucket, route.key, request, world);
    case "DELETE":
      bucket.objects.delete(route.key);
      return { status: 204 };
    default:
      return read(bucket, route.key, caller, bucketArn);
  }
}
async function read(bucket, key, caller, bucketArn) {
  const object = bucket.objects.get(key);
  if (!object) {
    await caller.authorise({ action: "s3:ListBucket", resource: bucketArn, shown: `"${bucketArn}"` });
    throw new AwsFailure(404, "NoSuchKey", "The specified key does not exist.");
  }
  return {
    status: 200,
    headers: {
      etag: object.etag,
      "content-type": object.type,
      "content-length": String(object.body.length),
      "last-modified": new Date(object.modified).toUTCString()
    },
    body: object.body
  };
}
function put(bucket, key, request, world) {
  const body = request.headers["x-amz-content-sha256"]?.startsWith("STREAMING-") ? readChunks(request.body) : request.body;
  const md5 = _createHash("md5").update(body).digest();
  const declared = request.headers["content-md5"];
  if (declared !== void 0) {
    if (Buffer.from(declared, "base64").length !== md5.length) {
      throw new AwsFailure(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
    }
    if (declared !== md5.toString("base64")) {
      throw new AwsFailure(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
  }
  const etag = `"${md5.toString("hex")}"`;
  bucket.objects.set(key, {
    body,
    etag,
    modified: world.clock.now(),
    type: request.headers["content-type"] ?? "binary/octet-stream"
  });
  return { status: 200, headers: { etag } };
}
function listContext(route, url) {
  if (route.key !== void 0) return {};
  return Object.fromEntries(
    ["prefix", "delimiter", "max-keys"].flatMap((name) => {
      const value = url.searchParams.get(name);
      return value === null ? [] : [[`s3:${name}`, value]];
    })
  );
}
function list(name, bucket, url) {
  const prefix = url.searchParams.get("prefix") ?? "";
  const delimiter = url.searchParams.get("delimiter") ?? "";
  const maxKeys = Math.min(MAX_KEYS, Number(url.searchParams.get("max-keys") ?? MAX_KEYS));
  const folderOf = (key) => {
    const end2 = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    return end2 < 0 ? void 0 : key.slice(0, end2 + delimiter.length);
  };
  const found = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const entries = [...new Set(found.map((key) => folderOf(key) ?? key))];
  const shown = entries.slice(0, maxKeys);
  return xmlDocument("ListBucketResult", S3_NAMESPACE, {
    Name: name,
    Prefix: prefix,
    Delimiter: delimiter === "" ? void 0 : delimiter,
    KeyCount: shown.length,
    MaxKeys: maxKeys,
    IsTruncated: shown.length < entries.length,
    Contents: shown.flatMap((key) => {
      const object = bucket.objects.get(key);
      if (!object || folderOf(key) !== void 0) return [];
      return {
        Key: key,
        LastModified: new Date(object.modified).toISOString(),
        ETag: object.etag,
        Size: object.body.length,
        StorageClass: "STANDARD"
      };
    }),
    CommonPrefixes: shown.filter((key) => folderOf(key) !== void 0).map((key) => ({ Prefix: key }))
  });
}

// packages/testkit/src/aws/eventual.ts
function eventual(initial, clock, delayMs) {
  const writes = [{ value: initial, from: Number.NEGATIVE_INFINITY }];
  const last = () => writes.at(-1).value;
  return {
    latest: last,
    effective() {
      const now = clock.now();
      return writes.findLast((write) => write.from <= now)?.value ?? initial;
    },
    write(value) {
      writes.push({ value, from: clock.now() + delayMs() });
    }
  };
}

// packages/testkit/src/aws/world.ts
function newWorld(account, partition, clock, propagationMs) {
  const world = {
    account,
    partition,
    clock,
    roles: /* @__PURE__ */ new Map(),
    managedPolicies: /* @__PURE__ */ new Map(),
    buckets: /* @__PURE__ */ new Map(),
    sessions: /* @__PURE__ */ new Map(),
    eventual: (initial) => eventual(initial, clock, () => world.propagationMs),
    propagationMs
  };
  return world;
}
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function uniqueId(prefix) {
  return prefix + Array.from(_randomBytes(17), (byte) => BASE32[byte % 32]).join("").slice(0, 21 - prefix.length);
}

// packages/testkit/src/aws/set-up.ts
function newSetUp(world, provider, audiences) {
  const prefix = `arn:${world.partition}:iam::${world.account}`;
  const issuer = provider.slice(provider.indexOf("/") + 1);
  const trustPolicy = (conditions = {}) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: provider },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { ...conditions, StringEquals: { [`${issuer}:aud`]: audiences, ...conditions.StringEquals } }
      }
    ]
  });
  return {
    trustPolicy,
    createRole(options) {
      const path = options.path ?? "/";
      const role = {
        name: options.name,
        path,
        arn: `${prefix}:role${path}${options.name}`,
        roleId: uniqueId("AROA"),
        created: world.clock.now(),
        trust: world.eventual(options.trust ?? trustPolicy()),
        policies: world.eventual(mapValues(options.policies ?? {}, (policy) => JSON.stringify(policy))),
        managed: options.managed ?? [],
        boundary: options.boundary,
        maxSessionDuration: options.maxSessionDuration ?? 3600
      };
      world.roles.set(role.name, role);
      return { arn: role.arn, roleId: role.roleId };
    },
    deleteRole(name) {
      world.roles.delete(name);
    },
    createManagedPolicy({ name, policy, arn = `${prefix}:policy/${name}` }) {
      const version = { id: "v1", text: JSON.stringify(policy), created: world.clock.now() };
      world.managedPolicies.set(arn, {
        name,
        arn,
        policyId: uniqueId("ANPA"),
        created: version.created,
        versions: [version],
        next: 2,
        standard: world.eventual(version)
      });
      return arn;
    },
    createBucket(name) {
      world.buckets.set(name, { objects: /* @__PURE__ */ new Map() });
    },
    putObject(bucket, key, text) {
      const body = Buffer.from(text);
      const etag = `"${_createHash("md5").update(body).digest("hex")}"`;
      present(world.buckets.get(bucket), bucket).objects.set(key, {
        body,
        etag,
        modified: world.clock.now(),
        type: "text/plain"
      });
    },
    objects: (bucket) => [...present(world.buckets.get(bucket), bucket).objects.keys()].sort(),
    object: (bucket, key) => present(world.buckets.get(bucket), bucket).objects.get(key)?.body.toString(),
    rolePolicies: (role) => mapValues(present(world.roles.get(role), role).policies.latest(), (text) => JSON.parse(text)),
    managedPolicy: (arn) => JSON.parse(present(world.managedPolicies.get(arn), arn).standard.latest().text)
  };
}
function present(value, name) {
  if (value === void 0) throw new Error(`the stand-in has no \`${name}\``);
  return value;
}
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

// packages/testkit/src/aws/sts.ts
var STS_NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
var MIN_DURATION = 900;
var MAX_DURATION = 43200;
var DEFAULT_DURATION = 3600;
var MAX_POLICY = 2048;
var MAX_POLICY_ARNS = 10;
async function assumeRoleWithWebIdentity(parameters, world, parts) {
  const roleArn = required(parameters, "RoleArn");
  const sessionName = readSessionName(required(parameters, "RoleSessionName"));
  const token = required(parameters, "WebIdentityToken");
  const duration = readDuration(parameters.get("DurationSeconds"));
  const narrowing = readNarrowing(parameters, parts.check);
  const claims = await parts.verify(token);
  const role = [...world.roles.values()].find((candidate) => candidate.arn === roleArn);
  if (!role || !parts.trusts(role.trust.effective(), role.arn, { provider: parts.provider, claims })) {
    throw new AwsFailure(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
  }
  if (duration > role.maxSessionDuration) {
    throw new AwsFailure(
      400,
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
    );
  }
  const missing = narrowing.policyArns.find((arn) => !world.managedPolicies.has(arn));
  if (missing !== void 0)
    throw new AwsFailure(400, "ValidationError", `Policy ${missing} does not exist or is not attachable.`);
  const session = newSession(world, role, sessionName, duration, narrowing, parts.provider);
  world.sessions.set(session.accessKeyId, session);
  return answer(session, claims, narrowing.packedPercent);
}
function stsActions(world) {
  return {
    // Answers whatever the policies say, even under a deny: no proof of anything.
    GetCallerIdentity: async (_parameters, { session }) => ({
      Arn: session.arn,
      UserId: `${session.roleId}:${session.sessionName}`,
      Account: world.account
    }),
    DecodeAuthorizationMessage: async (parameters, caller) => {
      required(parameters, "EncodedMessage");
      await caller.authorise({ action: "sts:DecodeAuthorizationMessage", resource: "*" });
      throw new AwsFailure(400, "InvalidAuthorizationMessageException", "Message is not valid");
    }
  };
}
function readNarrowing(parameters, check2) {
  const text = parameters.get("Policy");
  if (text !== null && text.length > MAX_POLICY)
    throw constraint(text, "policy", `have length less than or equal to ${MAX_POLICY}`);
  const policyArns = [...parameters].filter(([name]) => /^PolicyArns\.member\.\d+\.arn$/.test(name)).map(([, arn]) => arn);
  if (policyArns.length > MAX_POLICY_ARNS) {
    throw constraint(String(policyArns.length), "policyArns", `have length less than or equal to ${MAX_POLICY_ARNS}`);
  }
  const policy = text === null ? void 0 : readPolicyDocument(text, check2);
  const packed = policySize(text ?? "") + policyArns.join("").length;
  if (packed > MAX_POLICY) {
    throw new AwsFailure(
      400,
      "PackedPolicyTooLarge",
      `Packed policy consumes ${percent(packed)}% of allotted space, please use smaller policy.`
    );
  }
  return { policy, policyArns, packedPercent: packed === 0 ? void 0 : percent(packed) };
}
function percent(packed) {
  return Math.ceil(packed * 100 / MAX_POLICY);
}
function readSessionName(name) {
  if (name.length < 2) throw constraint(name, "roleSessionName", "have length greater than or equal to 2");
  if (name.length > 64) throw constraint(name, "roleSessionName", "have length less than or equal to 64");
  if (!/^[\w+=,.@-]+$/.test(name)) throw constraint(name, "roleSessionName", "satisfy regular expression pattern: [\\w+=,.@-]*");
  return name;
}
function readDuration(text) {
  if (text === null) return DEFAULT_DURATION;
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(seconds)) throw new AwsFailure(400, "MalformedInput", "DurationSeconds is not a number");
  if (seconds < MIN_DURATION) throw constraint(text, "durationSeconds", `have value greater than or equal to ${MIN_DURATION}`);
  if (seconds > MAX_DURATION) throw constraint(text, "durationSeconds", `have value less than or equal to ${MAX_DURATION}`);
  return seconds;
}
function newSession(world, role, sessionName, seconds, narrowing, provider) {
  const issuedAt = world.clock.now();
  return {
    accessKeyId: uniqueId("ASIA").slice(0, 20),
    secretAccessKey: _randomBytes(30).toString("base64"),
    sessionToken: _randomBytes(300).toString("base64"),
    roleName: role.name,
    roleId: role.roleId,
    sessionName,
    arn: `arn:${world.partition}:sts::${world.account}:assumed-role/${role.name}/${sessionName}`,
    roleArn: role.arn,
    issuedAt,
    // Expiration is told in whole seconds, and never later than what is told.
    expiresAt: Math.floor(issuedAt / 1e3) * 1e3 + seconds * 1e3,
    policy: narrowing.policy,
    policyArns: narrowing.policyArns,
    provider
  };
}
function answer(session, claims, packedPercent) {
  return {
    SubjectFromWebIdentityToken: String(claims.sub),
    Audience: String([claims.aud].flat()[0]),
    AssumedRoleUser: { Arn: session.arn, AssumedRoleId: `${session.roleId}:${session.sessionName}` },
    Credentials: {
      SessionToken: session.sessionToken,
      SecretAccessKey: session.secretAccessKey,
      Expiration: isoSeconds(session.expiresAt),
      AccessKeyId: session.accessKeyId
    },
    Provider: session.provider,
    PackedPolicySize: packedPercent
  };
}

// packages/testkit/src/aws/trust.ts
var ASSUME = "sts:AssumeRoleWithWebIdentity";
async function newTrusts() {
  const { runUnsafeSimulation } = await import("@cloud-copilot/iam-simulate");
  return (trust, roleArn, { provider, claims }) => {
    const about = statements(trust).filter((statement) => federated(statement).some((arn) => arn === provider || arn === "*"));
    if (about.length === 0) return false;
    const policy = {
      Version: "2012-10-17",
      Statement: about.map(({ Principal: _principal, ...rest }) => ({ ...rest, Resource: "*" }))
    };
    const result = runUnsafeSimulation(
      {
        request: {
          principal: roleArn,
          action: ASSUME,
          resource: { resource: roleArn, accountId: roleArn.split(":")[4] ?? "" },
          contextVariables: conditionKeys(provider, claims)
        },
        identityPolicies: [{ name: "trust", policy }],
        serviceControlPolicies: [],
        resourceControlPolicies: []
      },
      { simulationMode: "Strict" }
    );
    return result === "Allowed";
  };
}
function federated({ Principal: principal }) {
  if (principal === "*") return ["*"];
  if (typeof principal !== "object") return [];
  return [principal.Federated ?? []].flat();
}
function conditionKeys(provider, claims) {
  const issuer = provider.slice(provider.indexOf(":oidc-provider/") + ":oidc-provider/".length);
  return Object.fromEntries(
    Object.entries(claims).filter(([, value]) => value !== void 0 && value !== null).map(([name, value]) => [`${issuer}:${name}`, Array.isArray(value) ? value.map(String) : String(value)])
  );
}

// node_modules/jose/dist/webapi/lib/key.js
var tag = (key) => key[Symbol.toStringTag];
var jwkMatchesOp = (entry, key, usage) => {
  const { alg } = entry;
  if (key.use !== void 0) {
    const expected = usage === "sign" || usage === "verify" ? "sig" : "enc";
    if (key.use !== expected)
      throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
  }
  if (key.alg !== void 0 && key.alg !== alg)
    throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
  if (Array.isArray(key.key_ops)) {
    const expectedKeyOp = usage === "encrypt" || usage === "decrypt" ? entry.ops?.[usage === "encrypt" ? 0 : 1] : usage;
    if (expectedKeyOp && !key.key_ops.includes(expectedKeyOp))
      throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
  }
};
async function prepareKey(entry, key, usage) {
  const { alg, secret } = entry, requiresPrivateKey = usage === "decrypt" || usage === "sign";
  if (secret && key instanceof Uint8Array)
    return key;
  let normalized, keyObject;
  if (isObject(key)) {
    if (normalized = normalizeJwk(key), typeof normalized.kty != "string")
      throw invalidKeyType(alg, key, secret);
    if (!(secret ? normalized.kty === "oct" && typeof normalized.k == "string" : normalized.kty !== "oct" && (requiresPrivateKey ? normalized.kty === "AKP" && typeof normalized.priv == "string" || typeof normalized.d == "string" : normalized.d === void 0 && normalized.priv === void 0)))
      throw new TypeError(secret ? 'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present' : `JSON Web Key for this operation must be a ${requiresPrivateKey ? "private" : "public"} JWK`);
    if (jwkMatchesOp(entry, normalized, usage), normalized.kty === "oct")
      return decode(normalized.k);
    if (!Object.isFrozen(key)) {
      const { key_ops } = key;
      Array.isArray(key_ops) && Object.freeze(key_ops), Object.freeze(key);
    }
  } else {
    if (!isKeyLike(key))
      throw invalidKeyType(alg, key, secret);
    const expectedType = secret ? "secret" : requiresPrivateKey ? "private" : "public";
    if (key.type !== expectedType && (secret || ["secret", "public", "private"].includes(key.type)))
      throw new TypeError(`${tag(key)} instances must be of type "${expectedType}" for the ${alg} algorithm`);
    if (isCryptoKey(key))
      return key;
    if (keyObject = key, keyObject.type === "secret")
      return keyObject.export();
  }
  cache ||= /* @__PURE__ */ new WeakMap();
  const cacheKey = key;
  let cached = cache.get(cacheKey);
  if (cached?.[alg])
    return cached[alg];
  if (cached || cache.set(cacheKey, cached = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    const isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({ crv, asymmetricKeyType: keyObject.asymmetricKeyType }) ?? entry.subtle;
    return cached[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
  }
  return normalized ??= keyObject.export({ format: "jwk" }), normalized.alg = alg, cached[alg] = await jwkToKey(entry, normalized);
}
var cache;
var nist = {
  __proto__: null,
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521"
};
var isCryptoKey = (key) => {
  if (key?.[Symbol.toStringTag] === "CryptoKey")
    return true;
  try {
    return key instanceof CryptoKey;
  } catch {
    return false;
  }
};
var isKeyObject = (key) => key?.[Symbol.toStringTag] === "KeyObject";
var isKeyLike = (key) => isCryptoKey(key) || isKeyObject(key);
function message(msg, actual, ...types) {
  if (types.length > 2) {
    const last = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last}.`;
  } else types.length === 2 ? msg += `one of type ${types[0]} or ${types[1]}.` : msg += `of type ${types[0]}.`;
  return actual == null ? msg += ` Received ${actual}` : typeof actual == "function" && actual.name ? msg += ` Received function ${actual.name}` : typeof actual == "object" && actual != null && actual.constructor?.name && (msg += ` Received an instance of ${actual.constructor.name}`), msg;
}
var invalidKeyInput = (actual, ...types) => message("Key must be ", actual, ...types);
function invalidKeyType(alg, actual, secret) {
  const types = ["CryptoKey", "KeyObject", "JSON Web Key"];
  return secret && types.push("Uint8Array"), new TypeError(message(`Key for the ${alg} algorithm must be `, actual, ...types));
}
var unusable = (name, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name}`);
function checkUsage(key, usage) {
  if (usage && !key.usages.includes(usage))
    throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
}
function checkModulusLength(alg, key) {
  const { modulusLength } = key.algorithm;
  if (typeof modulusLength != "number" || modulusLength < 2048)
    throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
}
function checkCryptoKey(key, expected, usage) {
  const algorithm = key.algorithm;
  if (algorithm.name !== expected.name)
    throw unusable(expected.name);
  if (expected.hash && algorithm.hash?.name !== expected.hash)
    throw unusable(expected.hash, "algorithm.hash");
  if (expected.namedCurve && algorithm.namedCurve !== expected.namedCurve)
    throw unusable(expected.namedCurve, "algorithm.namedCurve");
  if (expected.length !== void 0 && algorithm.length !== expected.length)
    throw unusable(expected.length, "algorithm.length");
  checkUsage(key, usage);
}
function snapshotJwk(jwk) {
  return { __proto__: null, ...jwk };
}
function normalizeJwk(jwk) {
  const normalized = snapshotJwk(jwk);
  if (normalized.ext !== void 0 && typeof normalized.ext != "boolean")
    throw new TypeError('"ext" (Extractable) Parameter must be a boolean');
  if (normalized.key_ops !== void 0) {
    const value = normalized.key_ops, keyOps = Array.isArray(value) ? [...value] : void 0;
    if (!keyOps || keyOps.some((operation) => typeof operation != "string") || new Set(keyOps).size !== keyOps.length)
      throw new TypeError('"key_ops" (Key Operations) Parameter must be an array of unique strings');
    normalized.key_ops = keyOps;
  }
  return normalized;
}
function validateExtractableOption(extractable) {
  if (extractable !== void 0 && typeof extractable != "boolean")
    throw new TypeError('"extractable" option must be a boolean');
  return extractable;
}
async function jwkToKey(entry, jwk, extractable) {
  if (!entry.kty.includes(jwk.kty))
    throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  const algorithm = entry.resolve?.({ kty: jwk.kty, crv: jwk.crv }) ?? entry.subtle, isPrivate = !!(jwk.d || jwk.priv), keyData = { ...jwk, ext: extractable ?? jwk.ext };
  return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate, jwk.key_ops ?? entry.usages[isPrivate ? 1 : 0]);
}
async function rawKey(key, expected, usage, extractable = false) {
  return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [usage])), checkCryptoKey(key, expected, usage), key;
}

// node_modules/jose/dist/webapi/lib/key_descriptor.js
function table(entries) {
  const out = { __proto__: null };
  for (const alg in entries)
    out[alg] = { ...entries[alg], alg };
  return out;
}

// node_modules/jose/dist/webapi/lib/jwe_algorithms.js
var wrap = [
  ["encrypt", "wrapKey"],
  ["decrypt", "unwrapKey"]
];
var derive = [[], ["deriveBits"]];
var none = [[], []];
function rsaes(bits) {
  return {
    kty: ["RSA"],
    mode: "key-encryption",
    subtle: { name: "RSA-OAEP", hash: `SHA-${bits}` },
    usages: wrap,
    ops: ["wrapKey", "unwrapKey"]
  };
}
function ecdh(mode) {
  return {
    kty: ["EC", "OKP"],
    mode,
    subtle: { name: "ECDH" },
    resolve: ({ kty, crv, asymmetricKeyType }) => {
      if (crv === "X25519" || asymmetricKeyType === "x25519")
        return { name: "X25519" };
      if (kty === "OKP")
        throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
      return { name: "ECDH", namedCurve: crv };
    },
    usages: derive,
    ops: [void 0, "deriveBits"]
  };
}
function aeskw(bits, gcm = false) {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: true,
    subtle: { name: gcm ? "AES-GCM" : "AES-KW", length: bits },
    usages: none,
    ops: gcm ? ["encrypt", "decrypt"] : ["wrapKey", "unwrapKey"]
  };
}
function pbes2() {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: true,
    subtle: { name: "PBKDF2" },
    usages: none,
    ops: ["deriveBits", "deriveBits"]
  };
}
var JWE = table({
  dir: {
    kty: ["oct"],
    mode: "direct-encryption",
    secret: true,
    subtle: { name: "AES-GCM" },
    usages: none,
    ops: ["encrypt", "decrypt"]
  },
  "RSA-OAEP": rsaes(1),
  "RSA-OAEP-256": rsaes(256),
  "RSA-OAEP-384": rsaes(384),
  "RSA-OAEP-512": rsaes(512),
  "ECDH-ES": ecdh("direct-key-agreement"),
  "ECDH-ES+A128KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A192KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A256KW": ecdh("key-agreement-with-key-wrapping"),
  A128KW: aeskw(128),
  A192KW: aeskw(192),
  A256KW: aeskw(256),
  A128GCMKW: aeskw(128, true),
  A192GCMKW: aeskw(192, true),
  A256GCMKW: aeskw(256, true),
  "PBES2-HS256+A128KW": pbes2(),
  "PBES2-HS384+A192KW": pbes2(),
  "PBES2-HS512+A256KW": pbes2()
});
var contentOps = ["encrypt", "decrypt"];
function contentEncryption(bits, cbc = false) {
  return {
    kty: ["oct"],
    secret: true,
    subtle: { name: cbc ? "AES-CBC" : "AES-GCM", length: bits },
    usages: none,
    ops: contentOps,
    cekBits: bits,
    ivBits: cbc ? 128 : 96,
    cbc
  };
}
var ENC = table({
  A128GCM: contentEncryption(128),
  A192GCM: contentEncryption(192),
  A256GCM: contentEncryption(256),
  "A128CBC-HS256": contentEncryption(256, true),
  "A192CBC-HS384": contentEncryption(384, true),
  "A256CBC-HS512": contentEncryption(512, true)
});

// node_modules/jose/dist/webapi/lib/jws_algorithms.js
var sig = [["verify"], ["sign"]];
function hmac2(bits) {
  const subtle = { name: "HMAC", hash: `SHA-${bits}` };
  return { kty: ["oct"], secret: true, subtle, signing: subtle, usages: sig };
}
function rsa(bits, saltLength) {
  const subtle = { name: saltLength ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: `SHA-${bits}` };
  return {
    kty: ["RSA"],
    subtle,
    signing: saltLength ? { ...subtle, saltLength } : subtle,
    usages: sig,
    minRsaBits: 2048
  };
}
function ecdsa(crv, bits) {
  return {
    kty: ["EC"],
    crv,
    subtle: { name: "ECDSA", namedCurve: crv },
    signing: { name: "ECDSA", hash: `SHA-${bits}` },
    usages: sig
  };
}
function eddsa() {
  const subtle = { name: "Ed25519" };
  return {
    kty: ["OKP"],
    crv: "Ed25519",
    subtle,
    signing: subtle,
    usages: sig
  };
}
function mldsa(parameterSet) {
  const subtle = { name: `ML-DSA-${parameterSet}` };
  return {
    kty: ["AKP"],
    subtle,
    signing: subtle,
    usages: sig
  };
}
var JWS = table({
  HS256: hmac2(256),
  HS384: hmac2(384),
  HS512: hmac2(512),
  RS256: rsa(256),
  RS384: rsa(384),
  RS512: rsa(512),
  PS256: rsa(256, 32),
  PS384: rsa(384, 48),
  PS512: rsa(512, 64),
  ES256: ecdsa("P-256", 256),
  ES384: ecdsa("P-384", 384),
  ES512: ecdsa("P-521", 512),
  EdDSA: eddsa(),
  Ed25519: eddsa(),
  "ML-DSA-44": mldsa(44),
  "ML-DSA-65": mldsa(65),
  "ML-DSA-87": mldsa(87)
});
function jwsAlgorithm(alg) {
  const entry = typeof alg == "string" ? JWS[alg] : void 0;
  if (!entry)
    throw new JOSENotSupported(`alg ${alg} is not supported either by JOSE or your javascript runtime`);
  return entry;
}

// node_modules/jose/dist/webapi/lib/jws_verify.js
function prepareVerify(options) {
  return [options && validateAlgorithms("algorithms", options.algorithms), options?.crit];
}
function parseProtectedHeader(encodedProtectedHeader) {
  return encodedProtectedHeader === void 0 ? {} : parseJoseHeader(encodedProtectedHeader, JWSInvalid, "JWS Protected Header is invalid");
}
function encodeCompactUnencodedPayload(payload) {
  try {
    return encode(payload);
  } catch (cause) {
    throw new JWSInvalid("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  const { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!isDisjoint(protectedHeader, header))
    throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...header }, b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new JWSInvalid("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new JWSInvalid("JWS Payload must be a string or an Uint8Array instance");
  const signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload);
  let resolvedKey = false;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = true);
  const entry = jwsAlgorithm(alg), signingInput = concat(encodedProtectedHeader !== void 0 ? encode(encodedProtectedHeader) : new Uint8Array(), encode("."), typeof signingPayload == "string" ? shared[2] ??= encodeAsciiMember(signingPayload, "payload", JWSInvalid) : signingPayload), signature = decodeBase64url(jws.signature, "signature", JWSInvalid), verificationKey = await prepareKey(entry, key, "verify"), cryptoKey = await rawKey(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && checkModulusLength(entry.alg, cryptoKey);
  let verified = false;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new JWSSignatureVerificationFailed(void 0, { cause });
  }
  if (!verified)
    throw new JWSSignatureVerificationFailed();
  const result = { payload: typeof signingPayload == "string" ? decodeBase64url(signingPayload, "payload", JWSInvalid) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = decoder.decode(jws)), typeof jws != "string")
    throw new JWSInvalid("Compact JWS must be a string or Uint8Array");
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new JWSInvalid("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}

// node_modules/jose/dist/webapi/lib/jwt_claims_set.js
var epoch = (date) => Math.floor(date.getTime() / 1e3);
var multipliers = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
  y: 31557600
};
var REGEX = /^(\+|\-)? ?(\d+|\d+\.\d+) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)(?: (ago|from now))?$/i;
var checkFailed = "check_failed";
function invalidDuration() {
  throw new TypeError("Invalid time period format");
}
function secs(str) {
  typeof str != "string" && invalidDuration();
  const matched = REGEX.exec(str);
  (!matched || matched[4] && matched[1]) && invalidDuration();
  const value = parseFloat(matched[2]), durationSeconds = Math.round(value * multipliers[matched[3][0].toLowerCase()]);
  return Number.isFinite(durationSeconds) || invalidDuration(), matched[1] === "-" || matched[4] === "ago" ? -durationSeconds : durationSeconds;
}
function validateInput(label, input) {
  if (!Number.isFinite(input))
    throw new TypeError(`Invalid ${label} input`);
  return input;
}
function validateStringClaim(claim, value) {
  if (typeof value != "string")
    throw new TypeError(`"${claim}" claim must be a string`);
}
function validateAudienceClaim(value) {
  if (typeof value != "string" && (!Array.isArray(value) || Array.from(value).some((member) => typeof member != "string")))
    throw new TypeError('"aud" claim must be a string or an array of strings');
}
function numericDate(value, label) {
  return typeof value == "number" ? validateInput(label, value) : value instanceof Date ? validateInput(label, epoch(value)) : epoch(/* @__PURE__ */ new Date()) + secs(value);
}
var normalizeTyp = (value) => {
  const normalized = value.toLowerCase();
  return value.includes("/") ? normalized : `application/${normalized}`;
};
var checkAudiencePresence = (audPayload, audOption) => typeof audPayload == "string" ? audOption.includes(audPayload) : Array.isArray(audPayload) ? audOption.some((aud) => audPayload.includes(aud)) : false;
function validateNumericDate(claimsSet, claim, required2 = false) {
  const value = claimsSet[claim];
  if (!(value === void 0 && !required2)) {
    if (typeof value != "number")
      throw new JWTClaimValidationFailed(`"${claim}" claim must be a number`, claimsSet, claim, "invalid");
    return value;
  }
}
function unexpectedClaim(claimsSet, claim) {
  throw new JWTClaimValidationFailed(`unexpected "${claim}" claim value`, claimsSet, claim, checkFailed);
}
function validateClaimsSet(protectedHeader, claimsSetBytes, options = {}) {
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object");
  const { typ } = options;
  if (typ !== void 0 && (typeof protectedHeader.typ != "string" || normalizeTyp(protectedHeader.typ) !== normalizeTyp(typ)))
    throw new JWTClaimValidationFailed('unexpected "typ" JWT header value', claimsSet, "typ", checkFailed);
  const { requiredClaims = [], issuer, subject: subject2, audience, maxTokenAge } = options, presenceCheck = [...requiredClaims];
  maxTokenAge !== void 0 && presenceCheck.push("iat"), audience !== void 0 && presenceCheck.push("aud"), subject2 !== void 0 && presenceCheck.push("sub"), issuer !== void 0 && presenceCheck.push("iss");
  for (const claim of new Set(presenceCheck.reverse()))
    if (!Object.hasOwn(claimsSet, claim))
      throw new JWTClaimValidationFailed(`missing required "${claim}" claim`, claimsSet, claim, "missing");
  issuer !== void 0 && !(Array.isArray(issuer) ? issuer : [issuer]).includes(claimsSet.iss) && unexpectedClaim(claimsSet, "iss"), subject2 !== void 0 && claimsSet.sub !== subject2 && unexpectedClaim(claimsSet, "sub"), audience !== void 0 && !checkAudiencePresence(claimsSet.aud, typeof audience == "string" ? [audience] : audience) && unexpectedClaim(claimsSet, "aud");
  const { clockTolerance } = options;
  let tolerance = 0;
  if (typeof clockTolerance == "string")
    tolerance = secs(clockTolerance);
  else if (clockTolerance !== void 0) {
    if (typeof clockTolerance != "number")
      throw new TypeError("Invalid clockTolerance option type");
    tolerance = clockTolerance;
  }
  if (validateInput("clockTolerance option", tolerance), tolerance < 0)
    throw new TypeError("Invalid clockTolerance option input");
  const { currentDate } = options, now = validateInput("currentDate option", epoch(currentDate === void 0 ? /* @__PURE__ */ new Date() : currentDate)), iat = validateNumericDate(claimsSet, "iat", maxTokenAge !== void 0), nbf = validateNumericDate(claimsSet, "nbf");
  if (nbf !== void 0 && nbf > now + tolerance)
    throw new JWTClaimValidationFailed('"nbf" claim timestamp check failed', claimsSet, "nbf", checkFailed);
  const exp = validateNumericDate(claimsSet, "exp");
  if (exp !== void 0 && exp <= now - tolerance)
    throw new JWTExpired('"exp" claim timestamp check failed', claimsSet, "exp", checkFailed);
  if (maxTokenAge !== void 0) {
    const age = now - iat, max = validateInput("maxTokenAge option", typeof maxTokenAge == "number" ? maxTokenAge : secs(maxTokenAge));
    if (max < 0)
      throw new TypeError("Invalid maxTokenAge option input");
    if (age - tolerance > max)
      throw new JWTExpired('"iat" claim timestamp check failed (too far in the past)', claimsSet, "iat", checkFailed);
    if (age < -tolerance)
      throw new JWTClaimValidationFailed('"iat" claim timestamp check failed (it should be in the past)', claimsSet, "iat", checkFailed);
  }
  return claimsSet;
}
var producerClaimsSets;
function producerClaimsSet(producer) {
  return producerClaimsSets.get(producer);
}
function jwtClaimsSetBytes(producer) {
  const claimsSet = producerClaimsSet(producer);
  for (const claim of ["iat", "nbf", "exp"]) {
    const value = claimsSet[claim];
    if (typeof value == "number" && !Number.isFinite(value))
      throw new TypeError(`"${claim}" claim must be a finite number`);
  }
  return encoder.encode(JSON.stringify(claimsSet));
}
var JWTClaimsBuilder = class {
  constructor(claimsSet = {}) {
    if (!isObject(claimsSet))
      throw new TypeError("JWT Claims Set MUST be an object");
    (producerClaimsSets ||= /* @__PURE__ */ new WeakMap()).set(this, structuredClone(claimsSet));
  }
  setIssuer(value) {
    return validateStringClaim("iss", value), producerClaimsSet(this).iss = value, this;
  }
  setSubject(value) {
    return validateStringClaim("sub", value), producerClaimsSet(this).sub = value, this;
  }
  setAudience(value) {
    return validateAudienceClaim(value), producerClaimsSet(this).aud = value, this;
  }
  setJti(value) {
    return validateStringClaim("jti", value), producerClaimsSet(this).jti = value, this;
  }
  setNotBefore(value) {
    return producerClaimsSet(this).nbf = numericDate(value, "setNotBefore"), this;
  }
  setExpirationTime(value) {
    return producerClaimsSet(this).exp = numericDate(value, "setExpirationTime"), this;
  }
  setIssuedAt(value) {
    const claimsSet = producerClaimsSet(this);
    return value === void 0 ? claimsSet.iat = epoch(/* @__PURE__ */ new Date()) : typeof value == "string" ? claimsSet.iat = validateInput("setIssuedAt", epoch(/* @__PURE__ */ new Date()) + secs(value)) : claimsSet.iat = numericDate(value, "setIssuedAt"), this;
  }
};

// node_modules/jose/dist/webapi/jwt/verify.js
async function jwtVerify(jwt, key, options) {
  const [verified, b64] = await verifyCompact(jwt, prepareVerify(options), key);
  if (!b64)
    throw new JWTInvalid("JWTs MUST NOT use unencoded payload");
  const payload = validateClaimsSet(verified.protectedHeader, verified.payload, options);
  return { ...verified, payload };
}

// node_modules/jose/dist/webapi/lib/jws_sign.js
async function createSignature(input, key, rejectUnencoded) {
  let [payload, protectedHeader, unprotectedHeader, crit] = input, encodedProtectedHeader = "";
  if (protectedHeader !== void 0) {
    const normalized = serializeJoseHeader(JWSInvalid, protectedHeader);
    protectedHeader = normalized[0], encodedProtectedHeader = encode2(normalized[1]);
  }
  if (unprotectedHeader !== void 0 && (unprotectedHeader = serializeJoseHeader(JWSInvalid, unprotectedHeader)[0]), !protectedHeader && !unprotectedHeader)
    throw new JWSInvalid("either setProtectedHeader or setUnprotectedHeader must be called before #sign()");
  if (!isDisjoint(protectedHeader, unprotectedHeader))
    throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...unprotectedHeader };
  validateCritDuplicates(JWSInvalid, protectedHeader);
  const b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, crit, protectedHeader, joseHeader));
  b64 || rejectUnencoded?.();
  const { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  const entry = jwsAlgorithm(alg);
  let encodedPayload = "", signingPayload = payload, signingInput;
  if (b64) {
    const encodedPayloadCache = input[4];
    encodedPayloadCache ? (encodedPayload = encodedPayloadCache[0] ??= encode2(payload), signingPayload = encodedPayloadCache[1] ??= encode(encodedPayload)) : (encodedPayload = encode2(payload), signingInput = encoder.encode(`${encodedProtectedHeader}.${encodedPayload}`));
  }
  signingInput ??= concat(encode(encodedProtectedHeader), encode("."), signingPayload);
  const signingKey = await rawKey(await prepareKey(entry, key, "sign"), entry.subtle, "sign");
  entry.minRsaBits && checkModulusLength(entry.alg, signingKey);
  const jws = {
    signature: encode2(new Uint8Array(await crypto.subtle.sign(entry.signing, signingKey, signingInput))),
    payload: encodedPayload
  };
  return protectedHeader && (jws.protected = encodedProtectedHeader), unprotectedHeader && (jws.header = unprotectedHeader), [jws, b64];
}
async function createCompactSignature(payload, protectedHeader, crit, key, rejectUnencoded) {
  const [jws] = await createSignature([payload, protectedHeader, void 0, crit], key, rejectUnencoded);
  return `${jws.protected}.${jws.payload}.${jws.signature}`;
}

// node_modules/jose/dist/webapi/jwt/sign.js
var SignJWT_base = JWTClaimsBuilder;
var SignJWT = class extends SignJWT_base {
  #protectedHeader;
  setProtectedHeader(protectedHeader) {
    return assertNotSet(this.#protectedHeader, "setProtectedHeader"), this.#protectedHeader = protectedHeader, this;
  }
  async sign(key, options) {
    return createCompactSignature(jwtClaimsSetBytes(this), this.#protectedHeader, options?.crit, key, () => {
      throw new JWTInvalid("JWTs MUST NOT use unencoded payload");
    });
  }
};

// node_modules/jose/dist/webapi/lib/key_algorithm.js
var algArgument = '"alg" (Algorithm)';
function unsupportedAlg(source = 'JWK "alg" (Algorithm) Parameter') {
  throw new JOSENotSupported(`Invalid or unsupported ${source} value`);
}
function keyAlgorithm(alg, source) {
  return (typeof alg == "string" ? JWS[alg] ?? JWE[alg] : void 0) ?? unsupportedAlg(source);
}

// node_modules/jose/dist/webapi/key/export.js
async function exportJWK(key) {
  if (isKeyObject(key))
    if (key.type === "secret")
      key = key.export();
    else
      return key.export({ format: "jwk" });
  if (key instanceof Uint8Array)
    return {
      kty: "oct",
      k: encode2(key)
    };
  if (!isCryptoKey(key))
    throw new TypeError(invalidKeyInput(key, "CryptoKey", "KeyObject", "Uint8Array"));
  if (!key.extractable)
    throw new TypeError("non-extractable CryptoKey cannot be exported as a JWK");
  const jwk = await crypto.subtle.exportKey("jwk", key);
  delete jwk.ext, delete jwk.key_ops, delete jwk.use, jwk.kty !== "AKP" && delete jwk.alg;
  for (const parameter of Object.keys(jwk))
    jwk[parameter] === void 0 && delete jwk[parameter];
  return jwk;
}

// node_modules/jose/dist/webapi/jwk/thumbprint.js
var check = (value, description) => {
  if (typeof value != "string" || !value)
    throw new JWKInvalid(`${description} missing or invalid`);
};
async function calculateJwkThumbprint(key, digestAlgorithm) {
  let jwk;
  if (isObject(key)) {
    if (jwk = snapshotJwk(key), typeof jwk.kty != "string")
      throw new TypeError(invalidKeyInput(key, "CryptoKey", "KeyObject", "JSON Web Key"));
  } else if (isKeyLike(key))
    jwk = snapshotJwk(await exportJWK(key));
  else
    throw new TypeError(invalidKeyInput(key, "CryptoKey", "KeyObject", "JSON Web Key"));
  if (digestAlgorithm ??= "sha256", digestAlgorithm !== "sha256" && digestAlgorithm !== "sha384" && digestAlgorithm !== "sha512")
    throw new TypeError('digestAlgorithm must one of "sha256", "sha384", or "sha512"');
  let requiredMembers;
  switch (jwk.kty) {
    case "AKP":
      check(jwk.alg, '"alg" (Algorithm) Parameter'), check(jwk.pub, '"pub" (Public key) Parameter'), requiredMembers = { alg: jwk.alg, kty: jwk.kty, pub: jwk.pub };
      break;
    case "EC":
      check(jwk.crv, '"crv" (Curve) Parameter'), check(jwk.x, '"x" (X Coordinate) Parameter'), check(jwk.y, '"y" (Y Coordinate) Parameter'), requiredMembers = { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y };
      break;
    case "OKP":
      check(jwk.crv, '"crv" (Subtype of Key Pair) Parameter'), check(jwk.x, '"x" (Public Key) Parameter'), requiredMembers = { crv: jwk.crv, kty: jwk.kty, x: jwk.x };
      break;
    case "RSA":
      check(jwk.e, '"e" (Exponent) Parameter'), check(jwk.n, '"n" (Modulus) Parameter'), requiredMembers = { e: jwk.e, kty: jwk.kty, n: jwk.n };
      break;
    case "oct":
      if (typeof jwk.k != "string")
        throw new JWKInvalid('"k" (Key Value) Parameter missing or invalid');
      requiredMembers = { k: jwk.k, kty: jwk.kty };
      break;
    default:
      throw new JOSENotSupported('"kty" (Key Type) Parameter missing or unsupported');
  }
  const thumbprintInput = encode(JSON.stringify(requiredMembers));
  return encode2(await digest(digestAlgorithm, thumbprintInput));
}

// node_modules/jose/dist/webapi/jwks/local.js
function isUsableJWK(jwk, entry, alg, kid) {
  const { kty, key_ops: keyOps, ext, kid: jwkKid, alg: jwkAlg, use, crv } = jwk;
  return (ext === void 0 || typeof ext == "boolean") && (keyOps === void 0 || Array.isArray(keyOps) && keyOps.every((operation, index) => typeof operation == "string" && keyOps.indexOf(operation) === index) && keyOps.includes("verify")) && entry.kty.includes(kty) && (kid === void 0 || typeof kid == "string" && kid === jwkKid) && (jwkAlg === void 0 ? kty !== "AKP" : alg === jwkAlg) && (use === void 0 || use === "sig") && (!entry.crv || crv === entry.crv);
}
async function importWithAlgCache(cache2, jwk, entry) {
  const cached = cache2.get(jwk) || cache2.set(jwk, {}).get(jwk), { alg } = entry;
  if (cached[alg] === void 0) {
    const pending = jwkToKey(entry, jwk, true).then((key) => {
      if (key.type !== "public")
        throw new JWKSInvalid("JSON Web Key Set members must be public keys");
      return cached[alg] = key, key;
    }).catch((error) => {
      throw cached[alg] === pending && delete cached[alg], error;
    });
    cached[alg] = pending;
  }
  return cached[alg];
}
function createLocalJWKSet(jwks) {
  let snapshot;
  try {
    snapshot = structuredClone(jwks);
  } catch (cause) {
    throw new JWKSInvalid("JSON Web Key Set malformed", { cause });
  }
  if (!isJwkSet(snapshot))
    throw new JWKSInvalid("JSON Web Key Set malformed");
  const metadata = snapshot.keys.map((jwk) => {
    const normalized = snapshotJwk(jwk);
    return Array.isArray(normalized.key_ops) && (normalized.key_ops = [...normalized.key_ops]), normalized;
  }), cached = /* @__PURE__ */ new WeakMap();
  return Object.defineProperty(async (protectedHeader, token) => {
    const { alg, kid } = { ...protectedHeader, ...token?.header }, entry = typeof alg == "string" ? JWS[alg] : void 0;
    if (!entry || entry.secret)
      throw new JOSENotSupported('Unsupported "alg" value for a JSON Web Key Set');
    const candidates = snapshot.keys.filter((_, index) => isUsableJWK(metadata[index], entry, alg, kid)), { 0: jwk, length } = candidates;
    if (!length)
      throw new JWKSNoMatchingKey();
    if (length !== 1) {
      const error = new JWKSMultipleMatchingKeys();
      throw error[Symbol.asyncIterator] = async function* () {
        for (const jwk2 of candidates)
          try {
            yield await importWithAlgCache(cached, jwk2, entry);
          } catch {
          }
      }, error;
    }
    return importWithAlgCache(cached, jwk, entry);
  }, "jwks", {
    value: () => structuredClone(snapshot)
  });
}

// node_modules/jose/dist/webapi/jwks/remote.js
function isCloudflareWorkers() {
  return typeof WebSocketPair < "u" || typeof navigator < "u" && navigator.userAgent === "Cloudflare-Workers" || typeof EdgeRuntime < "u" && EdgeRuntime === "vercel";
}
var USER_AGENT;
(typeof navigator > "u" || !navigator.userAgent?.startsWith?.("Mozilla/5.0 ")) && (USER_AGENT = "jose/v6.2.17");
var customFetch = /* @__PURE__ */ Symbol();
async function fetchJwks(url, headers, signal, fetchImpl = fetch) {
  const response = await fetchImpl(url, {
    method: "GET",
    signal,
    redirect: "manual",
    headers
  }).catch((err) => {
    throw err.name === "TimeoutError" ? new JWKSTimeout(void 0, { cause: err }) : err;
  });
  if (response.status !== 200)
    throw new JOSEError("Expected 200 OK from the JSON Web Key Set HTTP response");
  try {
    return await response.json();
  } catch (cause) {
    throw new JOSEError("Failed to parse the JSON Web Key Set HTTP response as JSON", { cause });
  }
}
var jwksCache = /* @__PURE__ */ Symbol();
function isFreshFor(timestamp, duration) {
  return Number.isFinite(timestamp) && Date.now() < timestamp + duration;
}
function validateDuration(value, fallback, option) {
  if (Number.isNaN(value))
    throw new TypeError(`"${option}" option must not be NaN`);
  if (typeof value == "number" && value < 0)
    throw new TypeError(`"${option}" option must not be negative`);
  return typeof value == "number" ? value : fallback;
}
function createRemoteJWKSet(url, options) {
  if (!(url instanceof URL))
    throw new TypeError("url must be an instance of URL");
  const href = new URL(url.href).href, opts = options ?? {}, timeoutOption = opts.timeoutDuration;
  if (typeof timeoutOption == "number" && (!Number.isInteger(timeoutOption) || timeoutOption < 0))
    throw new TypeError('"timeoutDuration" option must be a non-negative integer');
  const timeoutDuration = typeof timeoutOption == "number" ? timeoutOption : 5e3, cooldownDuration = validateDuration(opts.cooldownDuration, 3e4, "cooldownDuration"), cacheMaxAge = validateDuration(opts.cacheMaxAge, 6e5, "cacheMaxAge"), headers = new Headers(opts.headers);
  USER_AGENT && !headers.has("User-Agent") && headers.set("User-Agent", USER_AGENT), headers.has("accept") || headers.set("accept", "application/json, application/jwk-set+json");
  const fetchImpl = opts[customFetch], cache2 = opts[jwksCache];
  let jwksTimestamp, pendingFetch, reloadSequence = 0, appliedSequence = 0, local;
  if (cache2 && typeof cache2 == "object") {
    const { uat, jwks } = cache2;
    isFreshFor(uat, cacheMaxAge) && isJwkSet(jwks) && (jwksTimestamp = uat, local = createLocalJWKSet(jwks));
  }
  const reload = async () => {
    if (pendingFetch && isCloudflareWorkers() && (pendingFetch = void 0), !pendingFetch) {
      const sequence = ++reloadSequence, current = pendingFetch = fetchJwks(href, headers, AbortSignal.timeout(timeoutDuration), fetchImpl).then((json2) => {
        const next = createLocalJWKSet(json2);
        if (sequence <= appliedSequence)
          return;
        local = next;
        const updatedAt = Date.now();
        cache2 && (cache2.uat = updatedAt, cache2.jwks = json2), jwksTimestamp = updatedAt, appliedSequence = sequence;
      }).finally(() => {
        pendingFetch === current && (pendingFetch = void 0);
      });
    }
    await pendingFetch;
  };
  return Object.defineProperties(async (protectedHeader, token) => {
    (!local || !isFreshFor(jwksTimestamp, cacheMaxAge)) && await reload();
    try {
      return await local(protectedHeader, token);
    } catch (err) {
      if (err instanceof JWKSNoMatchingKey && !isFreshFor(jwksTimestamp, cooldownDuration))
        return await reload(), local(protectedHeader, token);
      throw err;
    }
  }, {
    coolingDown: {
      get: () => isFreshFor(jwksTimestamp, cooldownDuration),
      enumerable: true
    },
    fresh: {
      get: () => isFreshFor(jwksTimestamp, cacheMaxAge),
      enumerable: true
    },
    reload: {
      value: reload,
      enumerable: true
    },
    reloading: {
      get: () => !!pendingFetch,
      enumerable: true
    },
    jwks: {
      value: () => local?.jwks(),
      enumerable: true
    }
  });
}

// node_modules/jose/dist/webapi/jwt/unsecured.js
var UnsecuredJWT_base = JWTClaimsBuilder;
var UnsecuredJWT = class extends UnsecuredJWT_base {
  encode() {
    const encodedProtectedHeader = encode2(JSON.stringify({ alg: "none" })), encodedPayload = encode2(jwtClaimsSetBytes(this));
    return `${encodedProtectedHeader}.${encodedPayload}.`;
  }
  static decode(jwt, options) {
    if (typeof jwt != "string")
      throw new JWTInvalid("Unsecured JWT must be a string");
    const { 0: encodedHeader, 1: encodedPayload, 2: signature, length } = jwt.split(".");
    if (length !== 3 || signature !== "")
      throw new JWTInvalid("Invalid Unsecured JWT");
    let header, b64;
    try {
      header = parseJoseHeader(encodedHeader, JWSInvalid, "JWS Protected Header is invalid");
      const extensions = validateCrit(JWSInvalid, JWS_RECOGNIZED, void 0, header, header);
      b64 = validateB64(header, extensions);
    } catch (cause) {
      throw cause instanceof JWSInvalid ? new JWTInvalid("Invalid Unsecured JWT", { cause }) : cause;
    }
    if (header.alg !== "none")
      throw new JWTInvalid("Invalid Unsecured JWT");
    if (!b64)
      throw new JWTInvalid("JWTs MUST NOT use unencoded payload");
    return { payload: validateClaimsSet(header, decodeBase64url(encodedPayload, "payload", JWTInvalid), options), header };
  }
};

// node_modules/jose/dist/webapi/key/generate_key_pair.js
function getModulusLengthOption(options) {
  const modulusLength = options?.modulusLength ?? 2048;
  if (typeof modulusLength != "number" || !Number.isInteger(modulusLength) || modulusLength < 2048)
    throw new JOSENotSupported("Invalid or unsupported modulusLength option provided, 2048 bits or larger keys must be used");
  return modulusLength;
}
async function generateKeyPair(alg, options) {
  const extractable = validateExtractableOption(options?.extractable), entry = keyAlgorithm(alg, algArgument);
  entry.secret && unsupportedAlg(algArgument);
  let algorithm;
  if (entry.resolve) {
    const crv = options?.crv ?? "P-256";
    if (!["P-256", "P-384", "P-521", "X25519"].includes(crv))
      throw new JOSENotSupported("Invalid or unsupported crv option provided, supported values are P-256, P-384, P-521, and X25519");
    algorithm = entry.resolve({ crv });
  } else {
    if (entry.crv !== void 0 && options?.crv !== void 0 && options.crv !== entry.crv)
      throw new JOSENotSupported(`Invalid or unsupported crv option provided, the only supported value for ${alg} is ${entry.crv}`);
    algorithm = entry.kty[0] === "RSA" ? {
      ...entry.subtle,
      publicExponent: Uint8Array.of(1, 0, 1),
      modulusLength: getModulusLengthOption(options)
    } : entry.subtle;
  }
  return crypto.subtle.generateKey(algorithm, extractable ?? false, [
    ...entry.usages[1],
    ...entry.usages[0]
  ]);
}

// packages/testkit/src/aws/web-identity.ts
function newVerifyToken(issuer, audiences, clock) {
  let keys;
  return async (token) => {
    let claims;
    try {
      claims = decodeJwt(token);
    } catch (cause) {
      throw invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)", { cause });
    }
    if (claims.iss !== issuer) throw invalid(`No OpenIDConnect provider found in your account for ${String(claims.iss)}`);
    keys ??= await remoteKeys(issuer);
    const now = clock.now();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: [...audiences],
        algorithms: ["RS256"],
        currentDate: new Date(now),
        requiredClaims: ["sub", "iat", "exp"]
      });
      return payload;
    } catch (error) {
      throw judge(error, now);
    }
  };
}
async function remoteKeys(issuer) {
  try {
    const answer2 = await fetch(`${issuer}/.well-known/openid-configuration`);
    const { jwks_uri: uri } = await answer2.json();
    return createRemoteJWKSet(new URL(uri));
  } catch (cause) {
    throw unreachable(cause);
  }
}
function unreachable(cause) {
  return new AwsFailure(400, "IDPCommunicationError", "Could not communicate with the identity provider", { cause });
}
function judge(error, now) {
  if (error instanceof errors_exports.JWTExpired) {
    const expiry = Number(error.payload.exp);
    return new AwsFailure(
      400,
      "ExpiredTokenException",
      `Token expired: current date/time ${Math.floor(now / 1e3)} must be before the expiration date/time ${expiry}`
    );
  }
  if (error instanceof errors_exports.JWTClaimValidationFailed) {
    if (error.claim === "aud") return invalid("Incorrect token audience");
    return invalid(`Missing or wrong claim: ${error.claim}`);
  }
  return invalid(
    "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements"
  );
}
function invalid(message2, options) {
  return new AwsFailure(400, "InvalidIdentityToken", message2, options);
}

// packages/testkit/src/aws/aws.ts
var IAM_NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";
async function startAws(options) {
  const { account = "111122223333", partition = "aws", audiences = ["sts.amazonaws.com"], propagationMs = 0 } = options;
  const clock = options.clock ?? { now: () => Date.now() };
  const world = newWorld(account, partition, clock, propagationMs);
  const provider = `arn:${partition}:iam::${account}:oidc-provider/${options.issuer.url.replace(/^https?:\/\//, "")}`;
  const { validateIdentityPolicy: check2 } = await import("@cloud-copilot/iam-policy");
  const parts = {
    world,
    sts: { verify: newVerifyToken(options.issuer.url, audiences, clock), trusts: await newTrusts(), check: check2, provider },
    actions: { sts: stsActions(world), iam: { ...roleActions(world, check2), ...policyActions(world, check2) } },
    authorise: await newAuthorise(world)
  };
  const log = newRequestLog();
  const server = await listen(async (exchange) => {
    const { answer: answer2, entry } = await answerRequest(exchange, server.url, parts);
    const { response } = exchange;
    response.writeHead(answer2.status, {
      date: new Date(clock.now()).toUTCString(),
      ...answer2.body !== void 0 && { "content-type": "text/xml" },
      ...answer2.headers
    });
    response.end(exchange.request.method === "HEAD" ? void 0 : answer2.body);
    log.add({ ...entry, time: clock.now(), status: answer2.status, code: answer2.code, sessionName: answer2.sessionName });
  }, options.port);
  return {
    ...newSetUp(world, provider, audiences),
    url: server.url,
    account,
    provider,
    setPropagation(ms) {
      world.propagationMs = ms;
    },
    requests: log.entries,
    seen: log.seen,
    sessions: () => [...world.sessions.values()],
    secrets: () => [...world.sessions.values()].flatMap((session) => [session.secretAccessKey, session.sessionToken]),
    close: server.close,
    [Symbol.asyncDispose]: server.close
  };
}
async function answerRequest({ request, body }, base, parts) {
  const signed = toSigned(request, body);
  const url = new URL(signed.target, base);
  const entry = { method: signed.method, target: signed.target, headers: signed.headers, body: body.toString() };
  const from = { sourceIp: request.socket.remoteAddress ?? "", userAgent: signed.headers["user-agent"] ?? "" };
  if (url.pathname === "/" && (signed.method === "POST" || url.searchParams.has("Action"))) {
    const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body.toString())]);
    const service = parameters.get("Version") === "2010-05-08" ? "iam" : "sts";
    const answer3 = await answerQuery(signed, service, parameters, from, parts);
    return { answer: answer3, entry: { ...entry, service, action: parameters.get("Action") ?? "" } };
  }
  const route = routeS3(signed.method, url);
  const answer2 = await judged(
    (failure, requestId) => xmlDocument("Error", void 0, { Code: failure.code, Message: failure.message, RequestId: requestId, HostId: "loopback" }),
    async (called) => {
      const session = authenticate(signed, "s3", parts.world);
      called(session.sessionName);
      if (!route)
        throw new AwsFailure(501, "NotImplemented", "A header you provided implies functionality that is not implemented");
      return answerS3(signed, url, route, newCaller(session, parts.authorise, from), parts.world);
    }
  );
  return { answer: answer2, entry: { ...entry, service: "s3", action: route?.action.slice("s3:".length) ?? "" } };
}
async function answerQuery(signed, service, parameters, from, parts) {
  const name = parameters.get("Action") ?? "";
  const namespace = service === "iam" ? IAM_NAMESPACE : STS_NAMESPACE;
  return judged(
    (failure, requestId) => queryError(namespace, requestId, failure),
    async (called, requestId) => {
      if (service === "sts" && name === "AssumeRoleWithWebIdentity") {
        const result2 = await assumeRoleWithWebIdentity(parameters, parts.world, parts.sts);
        return { status: 200, body: queryAnswer(name, namespace, requestId, result2) };
      }
      const session = authenticate(signed, service, parts.world);
      called(session.sessionName);
      const action = Object.hasOwn(parts.actions[service], name) ? parts.actions[service][name] : void 0;
      if (!action)
        throw new AwsFailure(400, "InvalidAction", `Could not find operation ${name} for version ${parameters.get("Version")}`);
      const result = await action(parameters, newCaller(session, parts.authorise, from));
      return { status: 200, body: queryAnswer(name, namespace, requestId, result) };
    }
  );
}
async function judged(refuse, run) {
  const requestId = _randomUUID();
  const headers = { "x-amzn-requestid": requestId, "x-amz-request-id": requestId };
  let by = {};
  try {
    const answer2 = await run((sessionName) => {
      by = { sessionName };
    }, requestId);
    return { ...answer2, ...by, headers: { ...headers, ...answer2.headers } };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { status: error.status, headers, body: refuse(error, requestId), code: error.code, ...by };
  }
}
function toSigned(request, body) {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ""].flat().join(",")])
  );
  return { method: request.method ?? "GET", target: request.url ?? "/", headers, body };
}

// packages/testkit/src/issuer/github-claims.ts
var JOB = {
  repository: "acme/site",
  repository_id: "123456",
  repository_owner: "acme",
  repository_owner_id: "8001",
  repository_visibility: "private",
  ref: "refs/heads/main",
  ref_type: "branch",
  ref_protected: "true",
  sha: "5f1c1e0b8c7f4d0a9b6e3d2c1a0f9e8d7c6b5a49",
  base_ref: "",
  head_ref: "",
  workflow: "deploy",
  event_name: "push",
  actor: "octavia",
  actor_id: "9042",
  run_id: "7812345678",
  run_number: "42",
  run_attempt: "1",
  check_run_id: "21987654321",
  runner_environment: "github-hosted"
};
function githubClaims(overrides = {}, shape = "name") {
  const job = { ...JOB, ...overrides };
  const workflowRef = `${job.repository}/.github/workflows/deploy.yml@${job.ref}`;
  return {
    sub: subject(job, shape),
    workflow_ref: workflowRef,
    workflow_sha: job.sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: job.sha,
    ...job
  };
}
function subject(job, shape) {
  const [owner, name] = String(job.repository).split("/");
  const repository = shape === "immutable" ? `${owner}@${job.repository_owner_id}/${name}@${job.repository_id}` : `${owner}/${name}`;
  if (job.environment !== void 0) return `repo:${repository}:environment:${escapeColons(String(job.environment))}`;
  if (job.event_name === "pull_request") return `repo:${repository}:pull_request`;
  return `repo:${repository}:ref:${escapeColons(String(job.ref))}`;
}
function escapeColons(value) {
  return value.replaceAll(":", "%3A");
}

// packages/testkit/src/issuer/signer.ts
async function newSigner(certificate) {
  const own = certificate ? fromCertificate(certificate) : await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(own.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  let forged;
  return {
    publicJwk: { ...jwk, kid, alg: "RS256", use: "sig", ...certificate && { x5c: [der(certificate.certPem)] } },
    async sign(payload, key, alg) {
      if (alg === "none") return new UnsecuredJWT(payload).encode();
      if (key === "forged") forged ??= (await generateKeyPair("RS256")).privateKey;
      return new SignJWT(payload).setProtectedHeader({ alg, typ: "JWT", kid }).sign(key === "forged" && forged ? forged : own.privateKey);
    }
  };
}
function fromCertificate({ keyPem }) {
  const privateKey = _createPrivateKey(keyPem);
  return { privateKey, publicKey: _createPublicKey(privateKey) };
}
function der(pem) {
  return pem.replace(/-----[^-]+-----|\s/g, "");
}

// packages/testkit/src/issuer/issuer.ts
var LIFETIME = 300;
var NOT_BEFORE_MARGIN = 600;
async function startIssuer(options = {}) {
  const signer = await newSigner(options.certificate);
  const clock = options.clock ?? { now: () => Date.now() };
  const minted = [];
  const requestToken = `job-${_randomUUID()}`;
  let claims = options.claims ?? githubClaims();
  let completed = false;
  const server = await listen(async (exchange) => {
    const url = new URL(exchange.request.url ?? "/", server.url);
    if (url.pathname === "/.well-known/openid-configuration") return json(exchange, 200, discovery(server.url));
    if (url.pathname === "/.well-known/jwks") return json(exchange, 200, { keys: [signer.publicJwk] });
    if (url.pathname !== "/_apis/idtoken") return json(exchange, 404, { message: "not found" });
    if (exchange.request.headers.authorization !== `Bearer ${requestToken}`)
      return json(exchange, 401, { message: "unauthorized" });
    if (completed) return json(exchange, 403, { message: "Can't issue ID_TOKEN for job in 'Completed' state" });
    const audience = url.searchParams.get("audience") ?? `https://github.com/${claims.repository_owner}`;
    const value = await mint({}, { audience });
    return json(exchange, 200, { count: value.length, value });
  }, options.port);
  async function mint(overrides = {}, mintOptions = {}) {
    const issuedAt = mintOptions.issuedAt ?? Math.floor(clock.now() / 1e3);
    const audience = mintOptions.audience ?? "sts.amazonaws.com";
    const payload = {
      iss: server.url,
      aud: audience,
      iat: issuedAt,
      nbf: issuedAt - NOT_BEFORE_MARGIN,
      exp: issuedAt + (mintOptions.expiresIn ?? LIFETIME),
      jti: _randomUUID(),
      ...claims,
      ...overrides
    };
    const token = await signer.sign(payload, mintOptions.key ?? "own", mintOptions.alg ?? "RS256");
    minted.push({ token, audience: String(payload.aud), jti: String(payload.jti) });
    return token;
  }
  return {
    url: server.url,
    requestUrl: `${server.url}/_apis/idtoken?api-version=2.0`,
    requestToken,
    get claims() {
      return claims;
    },
    setClaims(changes) {
      claims = Object.fromEntries(Object.entries({ ...claims, ...changes }).filter(([, value]) => value !== void 0));
    },
    mint,
    minted,
    completeJob() {
      completed = true;
    },
    close: server.close,
    [Symbol.asyncDispose]: server.close
  };
}
function discovery(url) {
  return {
    issuer: url,
    jwks_uri: `${url}/.well-known/jwks`,
    subject_types_supported: ["public", "pairwise"],
    response_types_supported: ["id_token"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid"]
  };
}
async function json({ response }, status, value) {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

// packages/cli/src/try/scenery.ts
var POLICY_FILE = ".github/leasehold.yml";
var INSIDE = "acme-site";
var OUTSIDE = "acme-invoices";
var GRANT = "deploy-site";
var POLICY_TEXT = `version: 1
guardrails:
  - id: no-write-from-pull-requests
    deny-when: job.event.startsWith("pull_request") && grant.access != "read"
    message: pull requests may lease read access only
grants:
  ${GRANT}:
    purpose: publish the site
    owner: "@acme/web"
    access: write
    provider: aws
    with:
      role: arn:aws:iam::111122223333:role/site-deploy
      region: eu-west-1
      allow: [{ actions: [s3:PutObject], resources: ["arn:aws:s3:::${INSIDE}/*"] }]
      revoker-role: arn:aws:iam::111122223333:role/leasehold-revoker
    ttl: { default: 10m, max: 30m }
    subjects:
      - { repository-id: 123456, ref: refs/heads/main, event: push }
`;
async function setScenery() {
  const policy = readPolicy(POLICY_TEXT, POLICY_FILE, PROVIDERS);
  const grant = grantOf(policy, GRANT, POLICY_FILE);
  const issuer = await startIssuer();
  const aws2 = await startAws({ issuer }).catch(async (error) => {
    await issuer.close();
    throw isMissing(error) ? noEvaluator() : error;
  });
  setUpAccount(aws2, issuer, grant);
  return {
    issuer,
    aws: aws2,
    policy,
    grant,
    close: async () => {
      await aws2.close();
      await issuer.close();
    }
  };
}
function isMissing(error) {
  return error.code?.endsWith("MODULE_NOT_FOUND") === true;
}
function noEvaluator() {
  return new ConfigError("the policy evaluator of `try` is not installed", {
    code: "ERR_TRY_EVALUATOR",
    help: "install it beside leasehold: `npm i @cloud-copilot/iam-simulate @cloud-copilot/iam-policy`"
  });
}
function setUpAccount(aws2, issuer, grant) {
  const options = aws.parse(grant.with, { AWS_ENDPOINT_URL: aws2.url });
  const statements2 = grantTrust(grant, issuer.url.replace(/^https?:\/\//, ""));
  const { role, boundary, revoker } = awsTrust({
    grant: grant.id,
    options,
    statements: statements2,
    form: "boundary",
    maxTtl: grantTtl(grant).max
  });
  if (boundary) aws2.createManagedPolicy({ name: boundary.name, arn: boundary.arn, policy: boundary.policy });
  create(aws2, role, { permissions: EVERY_BUCKET, boundary: boundary?.arn });
  if (revoker) create(aws2, revoker, {});
  for (const bucket of [INSIDE, OUTSIDE]) aws2.createBucket(bucket);
}
var EVERY_BUCKET = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::acme-*/*" }]
};
function create(aws2, { role, policyName, trustPolicy, permissionPolicy }, more) {
  const policy = more.permissions ?? permissionPolicy;
  aws2.createRole({
    name: role.name,
    path: role.path,
    trust: trustPolicy,
    policies: policy ? { [policyName]: policy } : {},
    ...more.boundary === void 0 ? {} : { boundary: more.boundary }
  });
}

// packages/cli/src/try/job.ts
var QUIET = { debug: () => {
}, info: () => {
}, notice: () => {
}, warning: () => {
}, error: () => {
} };
async function startJob(name, run, { issuer, aws: aws2 }, ledger) {
  const ports = nodePorts({ http: nodeHttp({}), log: QUIET });
  const own = terminal({}, { within: void 0, idTokenFile: void 0, temp: _tmpdir(), ledgerFile: void 0 }, ports);
  const platform = {
    ...own,
    run: { platform: "gh", run, attempt: "1" },
    idToken: async (audience) => new Secret(await issuer.mint({ run_id: run }, { audience })),
    folder: memoryFolders(),
    record: async (line) => {
      ledger(line);
      return "";
    }
  };
  const parts = { platform, readIdToken, ledgerLine };
  const { ask } = await prepare(
    {
      lease: GRANT,
      reason: void 0,
      policyFile: POLICY_FILE,
      provider: "aws",
      ttl: void 0,
      delivery: "env",
      onRevokeFailure: "fail",
      options: {}
    },
    {
      providers: PROVIDERS,
      policy: () => import("./chunk-2AWXLUKS.js"),
      readText: async () => POLICY_TEXT,
      env: { AWS_ENDPOINT_URL: aws2.url }
    }
  );
  const delivered = (name2) => own.exported.get(name2) ?? "";
  return {
    name,
    run,
    acquire: () => acquire(ask, parts, ports),
    put: async (bucket, key) => {
      const client = new AwsClient({
        accessKeyId: delivered("AWS_ACCESS_KEY_ID"),
        secretAccessKey: delivered("AWS_SECRET_ACCESS_KEY"),
        sessionToken: delivered("AWS_SESSION_TOKEN"),
        region: delivered("AWS_REGION"),
        service: "s3",
        retries: 0
      });
      return answerOf(await client.fetch(`${aws2.url}/${bucket}/${key}`, { method: "PUT", body: "<h1>hello</h1>" }));
    },
    release: async (record) => (await release(record, ask.provider, parts, ports)).ended
  };
}
async function answerOf(response) {
  const body = await response.text();
  return { status: response.status, refusal: response.ok ? void 0 : messageOf(body) };
}
function messageOf(body) {
  return (/<Message>([^<]*)<\/Message>/.exec(body)?.[1] ?? "no reason given").replaceAll("&quot;", '"');
}

// packages/cli/src/try/ledger-rows.ts
function ledgerRows(lines, leaseId) {
  const events = lines.map((line) => JSON.parse(line)).filter(({ lease }) => lease === leaseId);
  const rows = events.map(({ time: time2, event, lease, grant, owner, credential, ending }) => [
    time2.slice(11, 19),
    event,
    lease,
    grant ?? "",
    owner ?? "",
    ending ?? "",
    credential?.publicId ?? ""
  ]);
  const widths = rows.reduce((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  return rows.map(
    (row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd()
  );
}

// packages/cli/src/try/story.ts
function tellTo(out) {
  let number = 0;
  return {
    chapter: (title) => {
      number += 1;
      out.line();
      out.line(out.paint("bold", `${number}. ${title}`));
    },
    line: (text) => out.line(`   ${text}`),
    outcome: (what, good, how) => out.line(`   ${what.padEnd(42)} ${out.paint(good ? "green" : "red", how)}`)
  };
}
function mustBe(condition, expected) {
  if (!condition) {
    throw new InternalError(`the story broke off: ${expected} was expected`, {
      code: "ERR_TRY",
      help: "this is a defect; please report it with the lines above"
    });
  }
}

// packages/cli/src/try/show-life.ts
var KEY = "index.html";
async function showLife({ out }) {
  const began = performance.now();
  const story = tellTo(out);
  out.line("The life of a lease, on this machine: nothing to configure, and nothing leaves it.");
  const scenery = await setScenery();
  try {
    await live(scenery, story);
  } finally {
    await scenery.close();
  }
  out.line();
  out.line(`All of this has just happened, in ${((performance.now() - began) / 1e3).toFixed(1)} s. To go on: leasehold --help`);
  return EXIT.clean;
}
async function live(scenery, story) {
  const ledger = [];
  const note = (line) => void ledger.push(line);
  showScenery(scenery, story);
  await showDecisions(scenery, story);
  story.chapter("Two jobs lease at the same time");
  const a = await startJob("A", "7812345678", scenery, note);
  const b = await startJob("B", "7812345999", scenery, note);
  const [answerA, answerB] = await Promise.all([a.acquire(), b.acquire()]);
  const recordA = leased(answerA);
  const recordB = leased(answerB);
  for (const [{ name, run }, { leaseId, expiresAt, ending }] of [
    [a, recordA],
    [b, recordB]
  ]) {
    story.line(`job ${name}, run ${run}: lease ${leaseId}, until ${time(expiresAt)}, ending ${ending.kind}`);
  }
  story.line(`The role may write to ${INSIDE} and ${OUTSIDE}; each lease may only ${recordA.subject.scope.join("; ")}.`);
  story.chapter("Each works inside its scope, and is refused outside");
  await expectAlive(a, INSIDE, story);
  await expectAlive(b, INSIDE, story);
  await expectRefused(a, OUTSIDE, story);
  await expectRefused(b, OUTSIDE, story);
  story.chapter("Job A is over: its post step ends its lease, and proves it");
  const endedA = await end(a, recordA);
  story.line(`${endedA.detail}.`);
  await expectRefused(a, INSIDE, story);
  await expectAlive(b, INSIDE, story);
  story.line("Two sessions of one role: one is dead, the other lives on. Then job B ends too.");
  await end(b, recordB);
  story.chapter(`The ledger has a JSON line for each event, ${ledger.length} by now; those of job A, in short`);
  for (const row of ledgerRows(ledger, recordA.leaseId)) story.line(row);
  story.chapter("And the summary of job A shows, in Markdown");
  const summary2 = `${leaseSummary(recordA, recordA.requestedAt)}
${endSummary(recordA, endedA, { restored: [], foreign: [] }, Date.now())}`;
  for (const row of summary2.trimEnd().split("\n")) story.line(row);
}
async function end(job, record) {
  const ended = await job.release(record);
  mustBe(ended.outcome === "ended" && ended.verified, `a verified ending of job ${job.name}`);
  return ended;
}
function showScenery({ issuer, aws: aws2, grant }, story) {
  story.chapter("Stand-ins are running");
  story.line(`${issuer.url}  an OIDC issuer, which signs ID tokens as GitHub does`);
  story.line(`${aws2.url}  STS, IAM and S3; policies are evaluated, signatures are checked`);
  story.line(
    "The account holds what `leasehold trust aws` prints for the grant below; its role may write to more buckets than that."
  );
  story.chapter(`${POLICY_FILE} says who may lease what`);
  const text = POLICY_TEXT.split("\n");
  for (const row of text.slice(text.indexOf(`  ${grant.id}:`)).filter((line) => line !== "")) story.line(row);
}
async function showDecisions({ issuer, policy }, story) {
  story.chapter("The policy decides about each request afresh, by the claims of the ID token");
  const asking = async (claims) => readIdToken(new Secret(await issuer.mint(claims)));
  const push = decide(policy, { grant: GRANT }, await asking({}));
  mustBe(push.allowed, "a yes to the push");
  story.outcome("a push to main asks", true, `allowed, ${formatDuration(push.ttl)}`);
  const branch = decide(policy, { grant: GRANT }, await asking({ ref: "refs/heads/feature", event_name: "pull_request" }));
  mustBe(!branch.allowed, "a no to the pull request");
  const failed = branch.rules.filter(({ passed }) => !passed).map(({ detail }) => detail);
  story.outcome("a pull request asks", false, `denied: ${failed.join("; ")}`);
}
function leased(answer2) {
  mustBe(answer2.kind === "leased", "a lease");
  return answer2.record;
}
async function expectAlive(job, bucket, story) {
  const { status, refusal: refusal2 } = await job.put(bucket, KEY);
  mustBe(refusal2 === void 0, `an answer to job ${job.name}`);
  story.outcome(`job ${job.name} puts s3://${bucket}/${KEY}`, true, `${status}, written`);
}
async function expectRefused(job, bucket, story) {
  const { status, refusal: refusal2 } = await job.put(bucket, KEY);
  mustBe(refusal2 !== void 0 && status === 403, `a refusal of job ${job.name}`);
  const reason = /(?:because|with) (?:.*)$/.exec(refusal2)?.[0] ?? refusal2;
  story.outcome(`job ${job.name} puts s3://${bucket}/${KEY}`, false, `${status}, refused ${reason}`);
}
function time(ms) {
  return `${new Date(ms).toISOString().slice(11, 19)} UTC`;
}
export {
  showLife
};
