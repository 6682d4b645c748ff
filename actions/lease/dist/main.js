import {
  exchangeRequest,
  newLeaseId,
  onlyExpires
} from "./chunk-PJF2B7HV.js";
import {
  DECODE_PROBE,
  EXCHANGE_BUDGET,
  Secret,
  actionMatches,
  allowsProbe,
  chooseProbe,
  plainStatements,
  readProbe,
  resourceMatches,
  retryAfter,
  shownArn,
  withRetries
} from "./chunk-UVD56OIC.js";
import {
  suggest
} from "./chunk-6DOLMXF5.js";
import {
  _EOL,
  _appendFileSync,
  _chmodSync,
  _closeSync,
  _constants,
  _existsSync,
  _lstatSync,
  _mkdirSync,
  _openSync,
  _readFileSync,
  _readdirSync,
  _renameSync,
  _rmSync,
  _statSync,
  _writeFileSync
} from "./chunk-UK73IOG4.js";
import {
  DELIVERIES,
  denialSummary,
  denialText,
  errorText,
  leaseSummary,
  leaseText,
  ledgerLine,
  readIdToken,
  shownClaims
} from "./chunk-NLG74PQ7.js";
import "./chunk-UD2TXTDT.js";
import {
  ConfigError,
  DeniedError,
  InternalError,
  LeaseholdError,
  UpstreamError,
  formatDuration,
  parseDuration
} from "./chunk-XZLIVGRS.js";
import "./chunk-CZ7CSFO4.js";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + _EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// rare:node:crypto
var randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!_existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  _appendFileSync(filePath, `${toCommandValue(message)}${_EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${_EOL}${convertedValue}${_EOL}${delimiter}`;
}

// imported:node:path
var builtin = process.getBuiltinModule("node:path");
var pick = (name) => builtin[name];
var _join = /* @__PURE__ */ pick("join");
var _dirname = /* @__PURE__ */ pick("dirname");

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(_EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

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

// packages/providers/src/aws/services.ts
var WORDS = `
a2c a4b access-analyzer account account-access acm acm-pca aco-automation action-recommendations activate agent-registry agentaccess-mcp
aidevops aiops airflow airflow-serverless amplify amplifybackend amplifyuibuilder aoss apigateway app-integrations appconfig appfabric
appflow application-autoscaling application-signals application-signals-mcp application-transformation applicationinsights appmesh appmesh-preview apprunner appstream appstudio appsync
apptest aps arc-region-switch arc-zonal-shift arsenal artifact athena auditmanager autoscaling autoscaling-plans aws-external-anthropic aws-marketplace
aws-marketplace-management aws-portal awsconnector b2bi backup backup-gateway backup-search backup-storage batch bcm-dashboards bcm-data-exports bcm-pricing-calculator
bcm-recommended-actions bedrock bedrock-agentcore bedrock-mantle bedrock-websearch billing billingconductor braket budgets bugbust cases cassandra
ce chatbot chime cleanrooms cleanrooms-ml cloud9 clouddirectory cloudformation cloudfront cloudfront-keyvaluestore cloudhsm cloudsearch
cloudshell cloudtrail cloudtrail-data cloudwatch codeartifact codebuild codecatalyst codecommit codeconnections codedeploy codedeploy-commands-secure codeguru
codeguru-profiler codeguru-reviewer codeguru-security codepipeline codestar codestar-connections codestar-notifications codewhisperer cognito-identity cognito-idp cognito-sync comprehend
comprehendmedical compute-optimizer config connect connect-campaigns consoleapp consolidatedbilling controlcatalog controltower cost-optimization-hub cur customer-verification
databrew dataexchange datapipeline datasync datazone dax dbqms deadline detective devicefarm devops-guru directconnect
discovery dlm dms docdb-elastic drs ds ds-data dsql dynamodb ebs ec2 ec2-instance-connect
ec2messages ecr ecr-public ecs ecs-mcp eks eks-auth eks-mcp elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing
elasticmapreduce elastictranscoder elemental-activations elemental-appliances-software elemental-inference elemental-support-cases elemental-support-content emr-containers emr-serverless entityresolution es events
eventsbilltoaws evidently evs execute-api finops-agent finspace finspace-api firehose fis fms forecast frauddetector
freertos freetier fsx gamelift gameliftstreams geo geo-maps geo-places geo-routes glacier globalaccelerator glue
grafana greengrass groundstation groundtruthlabeling guardduty health health-agent healthlake honeycode iam identity-sync identitystore
identitystore-auth imagebuilder importexport inspector inspector-scan inspector2 inspector2-telemetry interconnect internetmonitor invoicing iot iot-device-tester
iotanalytics iotdeviceadvisor iotevents iotfleethub iotfleetwise iotjobsdata iotmanagedintegrations iotsitewise iottwinmaker iotwireless iq iq-permission
ivs ivschat kafka kafka-cluster kafkaconnect kendra kendra-ranking kinesis kinesisanalytics kinesisvideo kms lakeformation
lambda launchwizard lex license-manager license-manager-linux-subscriptions license-manager-user-subscriptions lightsail logs lookoutequipment lookoutmetrics lookoutvision m2
machinelearning macie2 managedblockchain managedblockchain-query mapcredits marketplacecommerceanalytics mechanicalturk mediaconnect mediaconvert mediaimport medialive mediapackage
mediapackage-vod mediapackagev2 mediastore mediatailor medical-imaging memorydb mgh mgn migrationhub-orchestrator migrationhub-strategy mobileanalytics mobiletargeting
monitron mpa mq neptune-db neptune-graph network-firewall network-security-director network-security-manager networkflowmonitor networkmanager networkmanager-chat networkmonitor
nimble notifications notifications-contacts nova-act oam observabilityadmin odb omics one opensearch opsworks opsworks-cm
organizations osis outposts panorama partnercentral partnercentral-account-management payment-cryptography payments pca-connector-ad pca-connector-scep pcs personalize
pi pipes polly pricing pricingplanmanager private-networks profile proton purchase-orders q qapps qbusiness
qdeveloper qldb quicksight ram rbin rds rds-data rds-db redshift redshift-data redshift-serverless refactor-spaces
rekognition repostspace researchstudio resiliencehub resource-explorer resource-explorer-2 resource-groups rhelkb robomaker rolesanywhere route53 route53-recovery-cluster
route53-recovery-control-config route53-recovery-readiness route53domains route53globalresolver route53profiles route53resolver rtbfabric rum s3 s3-object-lambda s3-outposts s3express
s3files s3tables s3vectors sagemaker sagemaker-data-science-assistant sagemaker-geospatial sagemaker-mlflow sagemaker-unified-studio-mcp savingsplans scheduler schemas scn
sdb secretsmanager security-ir securityagent securityhub securitylake serverlessrepo servicecatalog servicediscovery serviceextract servicequotas ses
shield signer signin simspaceweaver sms sms-voice snow-device-management snowball sns social-messaging sqlworkbench sqs
ssm ssm-contacts ssm-guiconnect ssm-incidents ssm-quicksetup ssm-sap ssmmessages sso sso-directory sso-oauth states storagegateway
sts support support-console supportapp supportauthz supportplans sustainability swf synthetics tag tax textract
thinclient timestream timestream-influxdb tiros tnb transcribe transfer transform transform-custom translate trustedadvisor ts
user-subscriptions uxc vendor-insights verified-access verifiedpermissions voiceid vpc-lattice vpc-lattice-svcs vpce waf waf-regional wafv2
wam wellarchitected wickr wisdom workdocs worklink workmail workmailmessageflow workspaces workspaces-instances workspaces-web xray
`;
var AWS_SERVICES = WORDS.trim().split(/\s+/);

// packages/providers/src/aws/action.ts
var KNOWN = new Set(AWS_SERVICES);
function actionFault(action) {
  const colon = action.indexOf(":");
  const service = action.slice(0, Math.max(0, colon)).toLowerCase();
  if (colon < 1) return { message: `\`${action}\` names no service`, help: "write `service:Action`, such as `s3:GetObject`" };
  if (/[*?]/.test(service)) {
    return {
      message: `\`${action}\` has a wildcard in its service`,
      help: "name one service, and use wildcards after the colon only"
    };
  }
  if (!KNOWN.has(service)) {
    const meant = suggest(service, AWS_SERVICES);
    return {
      message: `\`${action}\` begins with \`${service}\`, which is not a service of AWS`,
      help: meant ? `did you mean \`${meant}:${action.slice(colon + 1)}\`?` : "the prefixes stand in the Service Authorization Reference"
    };
  }
  if (!/^[A-Za-z0-9*?]+$/.test(action.slice(colon + 1))) {
    return {
      message: `\`${action}\` is not the name of an action`,
      help: "after the colon come letters, digits and the wildcards `*` and `?`, such as `s3:Get*`"
    };
  }
  return void 0;
}
function resourceFault(resource) {
  if (resource === "*") return void 0;
  if (!resource.startsWith("arn:")) {
    const bucket = /^s3:\/\/(.+)$/.exec(resource)?.[1];
    return {
      message: `\`${resource}\` is not an ARN`,
      help: bucket ? `write \`arn:aws:s3:::${bucket}\`` : "resources are ARNs, such as `arn:aws:s3:::bucket/*`, or `*`"
    };
  }
  const parts = resource.split(":");
  if (parts.length < 6 || !parts[1] || !parts[2] || parts.slice(5).join(":") === "") {
    return {
      message: `\`${resource}\` is not a whole ARN`,
      help: "an ARN has six parts, of which region and account may be empty: `arn:partition:service:region:account:resource`"
    };
  }
  return void 0;
}

// packages/providers/src/aws/allow.ts
var EXAMPLE = "s3:GetObject on arn:aws:s3:::bucket/*";
var KEYS = ["actions", "resources"];
function parseAllow(raw) {
  if (typeof raw === "string") {
    return raw.split(/\r?\n/).flatMap((line, index) => readLine(line, `line ${index + 1} of \`allow\``));
  }
  if (!Array.isArray(raw)) throw wrong("`allow` is neither text nor a list", `write lines such as \`${EXAMPLE}\``);
  return raw.flatMap((entry, index) => {
    const where = `entry ${index + 1} of \`allow\``;
    return typeof entry === "string" ? readLine(entry, where) : [readEntry(entry, where)];
  });
}
function printAllow(statements) {
  return statements.map(({ actions, resources }) => `${actions.join(",")} on ${resources.join(",")}`);
}
function readLine(line, where) {
  const text = line.replace(/(?:^|\s)#.*$/, "").trim();
  if (text === "") return [];
  const [actions, resources, more] = ` ${text} `.split(/\son\s/);
  if (actions === void 0 || resources === void 0) {
    throw wrong(`${where} does not say on what`, `write \`${EXAMPLE}\`: actions, the word \`on\`, resources`);
  }
  if (more !== void 0) throw wrong(`${where} has the word \`on\` twice`, "write each on a line of its own");
  return [statement(actions.split(","), resources.split(","), where)];
}
function readEntry(entry, where) {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    throw wrong(`${where} is neither a line nor \`{ actions, resources }\``, `write \`${EXAMPLE}\``);
  }
  for (const key of Object.keys(entry)) {
    if (KEYS.includes(key)) continue;
    const meant = suggest(key, KEYS);
    throw wrong(
      `${where} has the unknown key \`${key}\``,
      meant ? `did you mean \`${meant}\`?` : "the keys are `actions` and `resources`"
    );
  }
  const { actions, resources } = entry;
  return statement(words(actions, "actions", where), words(resources, "resources", where), where);
}
function words(value, key, where) {
  const list = typeof value === "string" ? [value] : value;
  if (Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === "string")) return list;
  throw wrong(
    `${where} has no list of text in \`${key}\``,
    `write \`{ actions: [s3:GetObject], resources: ["arn:aws:s3:::bucket/*"] }\``
  );
}
function statement(actions, resources, where) {
  const read = (list, fault) => {
    const trimmed = list.map((word) => word.trim());
    for (const word of trimmed) {
      const found = word === "" ? EMPTY : unwritable(word) ?? fault(word);
      if (found) throw wrong(`${where}: ${found.message}`, found.help);
    }
    return [...new Set(trimmed)];
  };
  return { actions: read(actions, (word) => tooWide(word) ?? actionFault(word)), resources: read(resources, resourceFault) };
}
var EMPTY = { message: "there is nothing between two commas", help: "take the comma away, or write what is missing" };
function tooWide(action) {
  if (!/^[*?]+(?::[*?]+)?$/.test(action)) return void 0;
  return {
    message: `\`${action}\` is everything that the role may do`,
    help: "name the actions; without `allow` the lease has all that the role has"
  };
}
function unwritable(word) {
  if (!/[\s,]/.test(word)) return void 0;
  return { message: `\`${word}\` has a space or a comma in it`, help: "write `?` in its place, or use `session-policy`" };
}
function wrong(message, help) {
  return new ConfigError(message, { code: "ERR_AWS_ALLOW", help });
}

// packages/providers/src/aws/aws-ending.ts
var awsEnding = {
  id: "aws",
  end: async (order, ports) => {
    if (order.handle.revokerRole === void 0) return onlyExpires(order, ports.clock.now());
    const { endAws } = await import("./chunk-OZGOVA6Z.js");
    return endAws(order, ports);
  }
};

// packages/providers/src/aws/aws-options.ts
var AWS_OPTIONS = [
  {
    name: "role",
    description: "The role to lease: its ARN, in any partition, with or without an account number; or its name, together with `account`.",
    required: true,
    example: "arn:aws:iam::111122223333:role/site-deploy"
  },
  {
    name: "account",
    description: "The account of `role`, twelve digits, when `role` is a name. The partition is that of `region`.",
    example: "111122223333"
  },
  {
    name: "region",
    description: "The region whose STS is asked, and which the following steps see. Without it, `AWS_REGION`, then `AWS_DEFAULT_REGION`.",
    example: "eu-west-1"
  },
  {
    name: "audience",
    description: "The audience of the ID token, as the identity provider in IAM names it. In the partition `aws-cn` the default is `sts.amazonaws.com.cn`.",
    default: "sts.amazonaws.com"
  },
  {
    name: "allow",
    description: "What the lease may do, of all that the role may: lines `action[,action] on resource[,resource]`, or in the policy file a list of `{ actions, resources }`. Without it, and without the two session policies, all that the role may.",
    example: "s3:PutObject on arn:aws:s3:::acme-site/*"
  },
  {
    name: "session-policy",
    description: "A raw session policy as JSON. What it allows is allowed beside `allow`; what it denies is denied.",
    example: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}'
  },
  {
    name: "managed-session-policies",
    description: "ARNs of up to ten managed policies, separated by commas or lines. What they allow is allowed beside `allow` and `session-policy`.",
    example: "arn:aws:iam::aws:policy/ReadOnlyAccess"
  },
  {
    name: "revoker-role",
    description: "The role that the post step assumes to end this one session: its ARN, or a name in the same account. `leasehold trust aws` prints what it needs. Without it the lease ends by time only.",
    example: "arn:aws:iam::111122223333:role/leasehold-revoker"
  },
  {
    name: "bind-ip",
    description: "Addresses or networks, as AWS sees them, from which the credential works; from everywhere else it is refused. Requests through a VPC endpoint carry no public address and are refused too.",
    example: "203.0.113.7, 2001:db8::/64"
  },
  {
    name: "probe",
    description: "The harmless request that proves the ending: `action on arn` with one of `s3:ListBucket`, `s3:GetObject`, `s3:PutObject`, or `sts:DecodeAuthorizationMessage`, or `none`. By default it is chosen from what the lease may do.",
    example: "s3:ListBucket on arn:aws:s3:::acme-site"
  },
  {
    name: "profile",
    description: "The name of the profile with `delivery: file`. By default it carries the lease id, so that no two leases share one.",
    example: "deploy"
  },
  {
    name: "mask-account-id",
    description: "Whether the account number is masked in the log and left out of the summary. AWS does not count it as a secret.",
    default: "false"
  }
];
var AWS_OUTPUTS = [
  { name: "aws-account-id", description: "The account of the leased role." },
  { name: "authenticated-arn", description: "The ARN of the session." },
  { name: "aws-expiration", description: "When the credential stops working, ISO 8601." },
  { name: "aws-access-key-id", description: "The access key id, with `delivery: output`." },
  { name: "aws-secret-access-key", description: "The secret access key, with `delivery: output`." },
  { name: "aws-session-token", description: "The session token, with `delivery: output`." }
];
var FOREIGN_NAMES = {
  "role-to-assume": "write `role`",
  "role-arn": "write `role`",
  "aws-region": "write `region`",
  "inline-session-policy": "write `session-policy`",
  "mask-aws-account-id": "write `mask-account-id`",
  "aws-profile": "write `profile`, with `delivery: file`",
  "role-duration-seconds": "write `ttl`, such as `ttl: 15m`",
  "role-session-name": "leave it out: the session name carries the lease",
  "output-credentials": "write `delivery: output`",
  "sts-endpoint": "set the variable `AWS_ENDPOINT_URL_STS`"
};

// packages/providers/src/aws/shadowing.ts
var BEFORE_PROFILE = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_WEB_IDENTITY_TOKEN_FILE"
];
var CHOOSING_PROFILE = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];
function shadowingVariables(env) {
  return [...BEFORE_PROFILE, ...CHOOSING_PROFILE].filter((name) => env[name] !== void 0 && env[name] !== "");
}

// packages/providers/src/aws/deliver.ts
function deliverAws(handle, credential, folder) {
  const { accessKeyId, secretAccessKey, sessionToken } = JSON.parse(credential.reveal());
  const keys = { id: new Secret(accessKeyId), secret: new Secret(secretAccessKey), token: new Secret(sessionToken) };
  const expiration = handle.expiresAt === void 0 ? void 0 : new Date(handle.expiresAt).toISOString();
  const region = { AWS_REGION: handle.endpoints.region, AWS_DEFAULT_REGION: handle.endpoints.region };
  const outputs = about(handle, expiration);
  const files = profileFiles(handle, { accessKeyId, secretAccessKey, sessionToken });
  const chosen = CHOOSING_PROFILE.filter((name) => name === "AWS_PROFILE" || handle.shadowing.includes(name));
  const profile = {
    AWS_CONFIG_FILE: `${folder}/config`,
    AWS_SHARED_CREDENTIALS_FILE: `${folder}/credentials`,
    ...Object.fromEntries(chosen.map((name) => [name, handle.profile]))
  };
  const profileWasChosen = CHOOSING_PROFILE.some((name) => handle.shadowing.includes(name));
  const emptied = BEFORE_PROFILE.filter((name) => handle.shadowing.includes(name)).map((name) => [name, ""]);
  return {
    env: {
      env: {
        AWS_ACCESS_KEY_ID: keys.id,
        AWS_SECRET_ACCESS_KEY: keys.secret,
        AWS_SESSION_TOKEN: keys.token,
        ...expiration === void 0 ? {} : { AWS_CREDENTIAL_EXPIRATION: expiration },
        ...region,
        ...profileWasChosen ? profile : {}
      },
      outputs,
      files: profileWasChosen ? files : {}
    },
    file: { env: { ...Object.fromEntries(emptied), ...profile, ...region }, outputs, files },
    output: {
      env: {},
      outputs: {
        ...outputs,
        "aws-access-key-id": keys.id,
        "aws-secret-access-key": keys.secret,
        "aws-session-token": keys.token
      },
      files: {}
    }
  };
}
function about({ account, sessionArn, maskAccount }, expiration) {
  return {
    ...account === void 0 ? {} : { "aws-account-id": maskAccount ? new Secret(account) : account },
    ...sessionArn === void 0 ? {} : { "authenticated-arn": sessionArn },
    ...expiration === void 0 ? {} : { "aws-expiration": expiration }
  };
}
function profileFiles(handle, credential) {
  const section = handle.profile === "default" ? "default" : `profile ${handle.profile}`;
  return {
    config: new Secret(`[${section}]
region = ${handle.endpoints.region}
`),
    credentials: new Secret(
      [
        `[${handle.profile}]`,
        `aws_access_key_id = ${credential.accessKeyId}`,
        `aws_secret_access_key = ${credential.secretAccessKey}`,
        `aws_session_token = ${credential.sessionToken}`,
        ""
      ].join("\n")
    )
  };
}

// packages/providers/src/aws/address.ts
var OCTET = /^(?:0|[1-9]\d{0,2})$/;
var GROUP = /^[0-9a-fA-F]{1,4}$/;
function isAddress(text) {
  const [address = "", bits, more] = text.split("/");
  if (more !== void 0) return false;
  const width = isIpv4(address) ? 32 : isIpv6(address) ? 128 : 0;
  return width > 0 && (bits === void 0 || OCTET.test(bits) && Number(bits) <= width);
}
function isIpv4(text) {
  const octets = text.split(".");
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255);
}
function isIpv6(text) {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"));
  const last = groups.at(-1);
  const embedded = last?.includes(".") === true && text.endsWith(last);
  const plain3 = embedded ? groups.slice(0, -1) : groups;
  if (embedded && !isIpv4(last)) return false;
  if (!plain3.every((group) => GROUP.test(group))) return false;
  const length = plain3.length + (embedded ? 2 : 0);
  return halves.length === 2 ? length <= 7 : length === 8;
}

// packages/providers/src/aws/endpoints.ts
function awsEndpoints(partition, region, env) {
  const configured = isTrue(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS) ? {} : env;
  const from = (service, own) => {
    for (const name of [`AWS_ENDPOINT_URL_${service}`, "AWS_ENDPOINT_URL"]) {
      const value = configured[name]?.trim();
      if (value) return readEndpoint(name, value);
    }
    return `https://${own()}`;
  };
  const fips = isTrue(env.AWS_USE_FIPS_ENDPOINT);
  const dual = isTrue(env.AWS_USE_DUALSTACK_ENDPOINT) && partition.dualStackSuffix !== void 0;
  const secured = (service) => fips ? fipsHost(partition, service) : service;
  return {
    sts: from("STS", () => `${secured("sts")}.${region}.${dual ? partition.dualStackSuffix : partition.suffix}`),
    iam: from("IAM", () => fips ? partition.iam.replace(/^iam/, fipsHost(partition, "iam")) : partition.iam),
    s3: from("S3", () => `${secured("s3")}.${dual ? "dualstack." : ""}${region}.${partition.suffix}`),
    iamRegion: partition.iamRegion,
    region
  };
}
function hasOwnEndpoint(env) {
  return !isTrue(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS) && Boolean(env.AWS_ENDPOINT_URL_STS?.trim() || env.AWS_ENDPOINT_URL?.trim());
}
function fipsHost(partition, service) {
  if (partition.fips === "all-hosts") return service;
  if (partition.fips === "separate-hosts") return `${service}-fips`;
  throw new ConfigError(`\`AWS_USE_FIPS_ENDPOINT\` is set, and partition \`${partition.id}\` has no such endpoints`, {
    code: "ERR_AWS_FIPS",
    help: "unset it, or name the host in `AWS_ENDPOINT_URL_STS`"
  });
}
function readEndpoint(name, value) {
  const url = URL.canParse(value) ? new URL(value) : void 0;
  const plain3 = url?.protocol === "http:";
  if (!url || url.protocol !== "https:" && !plain3 || url.search || url.hash || url.username || url.password) {
    throw new ConfigError(`\`${name}\` is not an address that requests can be sent to`, {
      code: "ERR_AWS_ENDPOINT",
      help: "write it as `https://host` or `https://host:port`, without a user, a query or a fragment"
    });
  }
  if (plain3 && !isLoopback(url.hostname)) {
    throw new ConfigError(`\`${name}\` would send tokens unencrypted to \`${url.host}\``, {
      code: "ERR_AWS_ENDPOINT",
      help: "use `https:`; plain `http:` is for addresses of this machine only"
    });
  }
  return url.href.replace(/\/+$/, "");
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
function isTrue(value) {
  return value?.trim().toLowerCase() === "true";
}

// packages/providers/src/aws/partition.ts
var PARTITIONS = [
  {
    id: "aws-cn",
    regions: /^cn-/,
    suffix: "amazonaws.com.cn",
    dualStackSuffix: "api.amazonwebservices.com.cn",
    iam: "iam.cn-north-1.amazonaws.com.cn",
    iamRegion: "cn-north-1",
    audience: "sts.amazonaws.com.cn"
  },
  {
    id: "aws-us-gov",
    regions: /^us-gov-/,
    suffix: "amazonaws.com",
    dualStackSuffix: "api.aws",
    iam: "iam.us-gov.amazonaws.com",
    iamRegion: "us-gov-west-1",
    fips: "all-hosts"
  },
  { id: "aws-iso", regions: /^us-iso-/, suffix: "c2s.ic.gov", iam: "iam.us-iso-east-1.c2s.ic.gov", iamRegion: "us-iso-east-1" },
  {
    id: "aws-iso-b",
    regions: /^us-isob-/,
    suffix: "sc2s.sgov.gov",
    iam: "iam.us-isob-east-1.sc2s.sgov.gov",
    iamRegion: "us-isob-east-1"
  },
  {
    id: "aws-iso-e",
    regions: /^eu-isoe-/,
    suffix: "cloud.adc-e.uk",
    iam: "iam.eu-isoe-west-1.cloud.adc-e.uk",
    iamRegion: "eu-isoe-west-1"
  },
  {
    id: "aws-iso-f",
    regions: /^us-isof-/,
    suffix: "csp.hci.ic.gov",
    iam: "iam.us-isof-south-1.csp.hci.ic.gov",
    iamRegion: "us-isof-south-1"
  },
  {
    id: "aws-eusc",
    regions: /^eusc-/,
    suffix: "amazonaws.eu",
    iam: "iam.eusc-de-east-1.amazonaws.eu",
    iamRegion: "eusc-de-east-1"
  },
  {
    id: "aws",
    regions: /^/,
    suffix: "amazonaws.com",
    dualStackSuffix: "api.aws",
    iam: "iam.amazonaws.com",
    iamRegion: "us-east-1",
    fips: "separate-hosts"
  }
];
function partitionNamed(id) {
  return PARTITIONS.find((partition) => partition.id === id);
}
function partitionOfRegion(region) {
  const found = PARTITIONS.find((partition) => partition.regions.test(region));
  return found;
}

// packages/providers/src/aws/json-fault.ts
var SPACE = /[ \t\r\n]*/y;
var STRING = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
var SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
function jsonFault(text) {
  let at = 0;
  const open = [];
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  const see = (mark) => {
    take(SPACE);
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const fault = (expected) => {
    take(SPACE);
    const before = text.slice(0, at).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected };
  };
  const key = () => {
    take(SPACE);
    if (!take(STRING)) return fault("a key in double quotes");
    return see(":") ? void 0 : fault("`:`");
  };
  for (; ; ) {
    if (see("{")) {
      if (!see("}")) {
        open.push("{");
        const wrong6 = key();
        if (wrong6) return wrong6;
        continue;
      }
    } else if (see("[")) {
      if (!see("]")) {
        open.push("[");
        continue;
      }
    } else if (!take(STRING) && !take(SCALAR)) {
      return fault("a value");
    }
    for (; ; ) {
      const inside = open.at(-1);
      if (inside === void 0) {
        take(SPACE);
        return at === text.length ? void 0 : fault("the end");
      }
      if (see(",")) {
        const wrong6 = inside === "{" ? key() : void 0;
        if (wrong6) return wrong6;
        break;
      }
      const close = inside === "{" ? "}" : "]";
      if (!see(close)) return fault(`\`,\` or \`${close}\``);
      open.pop();
    }
  }
}

// packages/providers/src/aws/policy-document.ts
var VERSION = "2012-10-17";
var DOCUMENT_KEYS = ["Version", "Id", "Statement"];
var STATEMENT_KEYS = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];
function readSessionPolicy(raw) {
  const document = typeof raw === "string" ? readJson(raw) : raw;
  if (!isRecord(document))
    throw wrong2("`session-policy` is not a policy", `write \`{"Version": "${VERSION}", "Statement": [...]}\``);
  knownKeys(document, DOCUMENT_KEYS, "`session-policy`");
  if (document.Version !== VERSION) {
    throw wrong2(
      document.Version === void 0 ? "`session-policy` has no `Version`" : `\`session-policy\` has the version \`${String(document.Version)}\``,
      `write \`"Version": "${VERSION}"\``
    );
  }
  const statements = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  if (document.Statement === void 0 || statements.length === 0) {
    throw wrong2("`session-policy` has no `Statement`", "a policy without statements allows nothing");
  }
  return statements.map((statement2, index) => readStatement(statement2, `statement ${index + 1} of \`session-policy\``));
}
function readJson(text) {
  const fault = jsonFault(text);
  if (!fault) return JSON.parse(text);
  throw wrong2(
    `\`session-policy\` is not JSON: line ${fault.line}, column ${fault.column}: expected ${fault.expected}`,
    "JSON has double quotes, no comments, and no comma after the last entry"
  );
}
function readStatement(statement2, where) {
  if (!isRecord(statement2)) throw wrong2(`${where} is not an object`, "a statement has `Effect`, `Action` and `Resource`");
  for (const key of ["Principal", "NotPrincipal"]) {
    if (key in statement2)
      throw wrong2(`${where} has \`${key}\``, "take it out: a session policy is always about the session itself");
  }
  knownKeys(statement2, STATEMENT_KEYS, where);
  const effect = statement2.Effect;
  if (effect !== "Allow" && effect !== "Deny") {
    throw wrong2(
      effect === void 0 ? `${where} has no \`Effect\`` : `${where} has the effect \`${String(effect)}\``,
      "write `Allow` or `Deny`"
    );
  }
  if (statement2.Sid !== void 0 && !/^[0-9A-Za-z]*$/.test(String(statement2.Sid))) {
    throw wrong2(`${where} has the name \`${String(statement2.Sid)}\``, "`Sid` takes letters and digits only");
  }
  for (const action of oneOf(statement2, "Action", where)) {
    const fault = action === "*" ? void 0 : actionFault(action);
    if (fault) throw wrong2(`${where}: ${fault.message}`, fault.help);
  }
  for (const resource of oneOf(statement2, "Resource", where)) {
    const fault = resourceFault(resource);
    if (fault) throw wrong2(`${where}: ${fault.message}`, fault.help);
  }
  const condition = statement2.Condition;
  if (condition !== void 0 && !(isRecord(condition) && Object.values(condition).every(isRecord))) {
    throw wrong2(`${where} has a \`Condition\` that is not one`, 'write `"Condition": {"StringEquals": {"key": "value"}}`');
  }
  return statement2;
}
function oneOf(statement2, name, where) {
  const value = statement2[name];
  const other = statement2[`Not${name}`];
  if (value !== void 0 && other !== void 0)
    throw wrong2(`${where} has both \`${name}\` and \`Not${name}\``, "take one of them out");
  const list = [value ?? other].flat();
  if (value === void 0 && other === void 0) throw wrong2(`${where} has no \`${name}\``, `add \`${name}\``);
  if (list.length > 0 && list.every((word) => typeof word === "string")) return list;
  throw wrong2(`${where} has no text in \`${name}\``, `\`${name}\` is one text or a list of them`);
}
function knownKeys(value, known2, where) {
  for (const key of Object.keys(value)) {
    if (known2.includes(key)) continue;
    const meant = suggest(key, known2);
    throw wrong2(
      `${where} has the unknown key \`${key}\``,
      meant ? `did you mean \`${meant}\`?` : `the keys are ${known2.map((each) => `\`${each}\``).join(", ")}`
    );
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function wrong2(message, help) {
  return new ConfigError(message, { code: "ERR_AWS_SESSION_POLICY", help });
}

// packages/providers/src/aws/region.ts
var REGION = /^[a-z]{2,8}(?:-[a-z]+){1,3}-\d{1,2}$/;
var ANY_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
function readRegion(text, env) {
  const region = text ?? (env.AWS_REGION?.trim() || env.AWS_DEFAULT_REGION?.trim() || void 0);
  if (region === void 0) throw wrong3("no region is given", "add `region`, such as `eu-west-1`, or set `AWS_REGION`");
  if (REGION.test(region) || hasOwnEndpoint(env) && ANY_NAME.test(region)) return region;
  const zone = /^(.+-\d{1,2})[a-z]$/.exec(region)?.[1];
  const meant = [zone, region.toLowerCase(), zone?.toLowerCase()].find((each) => each !== void 0 && REGION.test(each));
  throw wrong3(
    `\`${region}\` is not a region`,
    meant ? `did you mean \`${meant}\`?` : "regions look like `eu-west-1`: area, direction, number"
  );
}
function wrong3(message, help) {
  return new ConfigError(message, { code: "ERR_AWS_REGION", help });
}

// packages/providers/src/aws/role.ts
var ROLE_ARN = /^arn:([a-z0-9-]+):iam::(\d{12})?:role(\/(?:[\x21-\x7e]+\/)?)([\w+=,.@-]{1,64})$/;
var NAME = /^[\w+=,.@-]{1,64}$/;
var ACCOUNT = /^\d{12}$/;
function readRole(option, text, about2) {
  const home = partitionOfRegion(about2.region).id;
  if (!text.startsWith("arn:")) {
    if (!NAME.test(text)) throw wrong4(`\`${option}\` is \`${text}\`, which is neither a role's ARN nor its name`, EXPECTED);
    if (about2.account === void 0) {
      throw wrong4(`\`${option}\` is the name \`${text}\`, and no account is given`, "give the full ARN, or add `account`");
    }
    return {
      arn: `arn:${home}:iam::${about2.account}:role/${text}`,
      partition: home,
      account: about2.account,
      path: "/",
      name: text
    };
  }
  const parts = ROLE_ARN.exec(text);
  if (!parts) throw notRole(option, text);
  const [, partition = "", account = "", path = "/", name = ""] = parts;
  if (!partitionNamed(partition)) {
    const known2 = PARTITIONS.map(({ id }) => `\`${id}\``).join(", ");
    throw wrong4(`\`${option}\` is in partition \`${partition}\`, which does not exist`, `the partitions are ${known2}`);
  }
  if (partition !== home) {
    throw wrong4(
      `\`${option}\` is in partition \`${partition}\`, and region \`${about2.region}\` in \`${home}\``,
      `name a region of \`${partition}\``
    );
  }
  if (about2.account !== void 0 && account !== "" && account !== about2.account) {
    throw wrong4(
      `\`${option}\` is in account \`${account}\`, and \`account\` says \`${about2.account}\``,
      "leave `account` out, or correct one of the two"
    );
  }
  return { arn: text, partition, account, path, name };
}
function readAccount(text) {
  if (ACCOUNT.test(text)) return text;
  throw new ConfigError(`\`account\` is \`${text}\`, which does not have twelve digits`, {
    code: "ERR_AWS_ACCOUNT",
    help: "write all twelve, in quotes in YAML: a number loses the zeros that it begins with"
  });
}
var EXPECTED = "a role is written `arn:aws:iam::111122223333:role/name`, or as a name with `account`";
function notRole(option, text) {
  const session = /^arn:([a-z0-9-]+):sts::(\d{12})?:assumed-role\/([^/]+)\//.exec(text);
  if (session) {
    const [, partition, account = "", name] = session;
    return wrong4(
      `\`${option}\` is \`${text}\`, which is a session of a role`,
      `the role is \`arn:${partition}:iam::${account}:role/${name}\``
    );
  }
  return wrong4(`\`${option}\` is \`${text}\`, which is not the ARN of a role`, EXPECTED);
}
function wrong4(message, help) {
  return new ConfigError(message, { code: "ERR_AWS_ROLE", help });
}

// packages/providers/src/aws/parse.ts
var MAX_MANAGED_POLICIES = 10;
var MANAGED_POLICY = /^arn:([a-z0-9-]+):iam::(?:\d{12}|aws)?:policy\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,128}$/;
function parseAwsOptions(raw, env) {
  const given2 = new Map(Object.entries(raw).filter(([, value]) => value !== void 0 && value !== null && value !== ""));
  for (const name of given2.keys()) known(name);
  const text = (name) => readText(name, given2.get(name));
  const region = readRegion(text("region"), env);
  const partition = partitionOfRegion(region);
  const accountText = text("account");
  const account = accountText === void 0 ? void 0 : readAccount(accountText);
  const roleText = text("role");
  if (roleText === void 0)
    throw new ConfigError("no role is given", { code: "ERR_AWS_ROLE", help: "add `role: arn:aws:iam::111122223333:role/name`" });
  const role = readRole("role", roleText, { region, ...account === void 0 ? {} : { account } });
  const revoker = text("revoker-role");
  const probe = text("probe");
  const profile = text("profile");
  const policy = given2.get("session-policy");
  return {
    role: role.account === "" && account !== void 0 ? { ...role, account } : role,
    region,
    audience: text("audience") ?? partition.audience ?? "sts.amazonaws.com",
    allow: inPartition(given2.has("allow") ? parseAllow(given2.get("allow")) : [], partition),
    sessionPolicy: policy === void 0 ? [] : readSessionPolicy(policy),
    managedPolicies: readManagedPolicies(words2("managed-session-policies", given2.get("managed-session-policies")), role),
    ...revoker === void 0 ? {} : { revokerRole: readRevoker(revoker, role, region) },
    bindIp: readAddresses(words2("bind-ip", given2.get("bind-ip"))),
    ...probe === void 0 ? {} : { probe: readProbe(probe) },
    ...profile === void 0 ? {} : { profile: readProfile(profile) },
    maskAccount: readBoolean("mask-account-id", text("mask-account-id")),
    endpoints: awsEndpoints(partition, region, env),
    shadowing: shadowingVariables(env)
  };
}
function known(name) {
  const names = AWS_OPTIONS.map((option) => option.name);
  if (names.includes(name)) return;
  const meant = suggest(name, names);
  throw wrong5(
    `\`${name}\` is not an option of the AWS provider`,
    "ERR_OPTION_UNKNOWN",
    FOREIGN_NAMES[name] ?? (meant ? `did you mean \`${meant}\`?` : `the options are ${names.map((each) => `\`${each}\``).join(", ")}`)
  );
}
function readText(name, value) {
  if (value === void 0) return void 0;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return String(value).trim() || void 0;
  throw wrong5(`\`${name}\` is not text`, "ERR_OPTION_TYPE", "write one value");
}
function words2(name, value) {
  if (value === void 0) return [];
  if (typeof value === "string") return value.split(/[\s,]+/).filter((word) => word !== "");
  if (Array.isArray(value) && value.every((word) => typeof word === "string")) return value;
  throw wrong5(`\`${name}\` is neither text nor a list of text`, "ERR_OPTION_TYPE", "separate several with commas or lines");
}
function readBoolean(name, value) {
  if (value === void 0 || value === "false") return false;
  if (value === "true") return true;
  throw wrong5(`\`${name}\` is \`${value}\``, "ERR_OPTION_TYPE", "write `true` or `false`");
}
function inPartition(allow, partition) {
  for (const resource of allow.flatMap(({ resources }) => resources)) {
    const named2 = /^arn:([a-z0-9-]+):/.exec(resource)?.[1];
    if (named2 === void 0 || named2 === partition.id) continue;
    throw wrong5(
      `\`allow\` names \`${resource}\` in partition \`${named2}\`, and the role is in \`${partition.id}\``,
      "ERR_AWS_ALLOW",
      `write \`${resource.replace(`arn:${named2}:`, `arn:${partition.id}:`)}\``
    );
  }
  return allow;
}
function readManagedPolicies(arns, role) {
  const code = "ERR_AWS_MANAGED_POLICY";
  if (arns.length > MAX_MANAGED_POLICIES) {
    throw wrong5(`\`managed-session-policies\` names ${arns.length} policies`, code, `AWS takes at most ${MAX_MANAGED_POLICIES}`);
  }
  for (const arn of arns) {
    const partition = MANAGED_POLICY.exec(arn)?.[1];
    if (partition === void 0) {
      throw wrong5(`\`${arn}\` is not the ARN of a managed policy`, code, "write it as `arn:aws:iam::aws:policy/ReadOnlyAccess`");
    }
    if (partition !== role.partition) {
      throw wrong5(
        `\`${arn}\` is in partition \`${partition}\`, and the role is in \`${role.partition}\``,
        code,
        "name a policy of the same partition"
      );
    }
  }
  return arns;
}
function readRevoker(text, role, region) {
  const revoker = readRole("revoker-role", text, { region, ...text.startsWith("arn:") ? {} : { account: role.account } });
  const code = "ERR_AWS_REVOKER_ROLE";
  if (revoker.arn === role.arn) {
    throw wrong5(
      "`revoker-role` is the leased role itself",
      code,
      "use a role of its own: the right to end a lease must not be part of it"
    );
  }
  if (revoker.account !== role.account) {
    throw wrong5(
      `\`revoker-role\` is in account \`${revoker.account}\`, and the role in \`${role.account}\``,
      code,
      "IAM changes roles of its own account only"
    );
  }
  return revoker;
}
function readAddresses(addresses) {
  for (const address of addresses) {
    if (isAddress(address)) continue;
    throw wrong5(
      `\`bind-ip\` has \`${address}\`, which is neither an address nor a network`,
      "ERR_AWS_BIND_IP",
      "write `203.0.113.7`, `203.0.113.0/24` or `2001:db8::/64`"
    );
  }
  return addresses;
}
function readProfile(name) {
  if (/^[\w.+@-]{1,128}$/.test(name)) return name;
  throw wrong5(
    `\`profile\` is \`${name}\``,
    "ERR_AWS_PROFILE",
    "use letters, digits and `_.+@-`, without spaces, brackets or slashes"
  );
}
function wrong5(message, code, help) {
  return new ConfigError(message, { code, help });
}

// packages/providers/src/aws/session-name.ts
var MAX_LENGTH = 64;
var MAX_ATTEMPT = 4;
var LEASE_ID_LENGTH = 14;
function sessionName(run, leaseId) {
  return `${runPrefix(run)}${leaseId}`;
}
function runPrefix({ platform, run, attempt }) {
  const head = `lh-${plain(platform).slice(0, 2)}-`;
  const tail = `-${plain(attempt).slice(-MAX_ATTEMPT)}-`;
  return head + plain(run).slice(-(MAX_LENGTH - head.length - tail.length - LEASE_ID_LENGTH)) + tail;
}
function plain(text) {
  return text.replaceAll(/[^A-Za-z0-9]/g, "_");
}

// packages/providers/src/aws/compact.ts
function compactAllow(statements) {
  let current = statements;
  for (; ; ) {
    const byResources = merge(current, ({ resources }) => resources);
    const next = merge(byResources, ({ actions }) => actions);
    if (next.length === current.length) {
      return next.map(({ actions, resources }) => ({
        actions: withoutCovered(actions, actionMatches),
        resources: withoutCovered(resources, resourceMatches)
      }));
    }
    current = next;
  }
}
function merge(statements, by) {
  const groups = /* @__PURE__ */ new Map();
  for (const statement2 of statements) {
    const key = JSON.stringify([...by(statement2)].sort());
    const group = groups.get(key) ?? { actions: /* @__PURE__ */ new Set(), resources: /* @__PURE__ */ new Set() };
    groups.set(key, group);
    for (const action of statement2.actions) group.actions.add(action);
    for (const resource of statement2.resources) group.resources.add(resource);
  }
  return [...groups.values()].map(({ actions, resources }) => ({ actions: [...actions], resources: [...resources] }));
}
function withoutCovered(list, matches) {
  const covers = (pattern, name) => !(pattern.includes("?") && name.includes("*")) && matches(pattern, name);
  return list.filter(
    (name, at) => !list.some((other, index) => index !== at && covers(other, name) && (index < at || !covers(name, other)))
  );
}

// packages/providers/src/aws/session-policy.ts
var SESSION_POLICY_LIMIT = 2048;
function sessionPolicy(narrowing) {
  const { allow, statements, managedPolicies, probe } = narrowing;
  const written = [...compactAllow(allow).map(toStatement), ...statements];
  const narrowed = written.length > 0 || managedPolicies.length > 0;
  if (written.length > 0 && managedPolicies.length === 0 && written.every((statement2) => statement2.Effect !== "Allow")) {
    throw new ConfigError("`session-policy` allows nothing", {
      code: "ERR_AWS_SESSION_POLICY",
      help: 'add a statement with `"Effect": "Allow"`, or use `allow`: a session may do only what some session policy allows'
    });
  }
  if (narrowed && probe && !allowsProbe([...allow, ...plainStatements(statements)], probe)) written.push(...allowing(probe));
  const denials = [...timeBox(narrowing.timeBoxEnd), ...boundTo(narrowing.bindIp)];
  if (!narrowed && denials.length > 0) written.push(ALLOW_ALL);
  const all = [...written, ...denials];
  if (all.length === 0) return void 0;
  return checked(JSON.stringify({ Version: "2012-10-17", Statement: all }), narrowing);
}
var ALLOW_ALL = { Effect: "Allow", Action: "*", Resource: "*" };
function toStatement({ actions, resources }) {
  return { Effect: "Allow", Action: single(actions), Resource: single(resources) };
}
function allowing(probe) {
  return probe.action === DECODE_PROBE.action ? [{ Effect: "Allow", Action: probe.action, Resource: probe.resource }] : [];
}
function timeBox(end) {
  if (end === void 0) return [];
  const instant = new Date(end).toISOString().replace(/\.\d+Z$/, "Z");
  return [deny("LeaseholdTimeBox", { DateGreaterThan: { "aws:CurrentTime": instant } })];
}
function boundTo(addresses) {
  if (addresses.length === 0) return [];
  return [
    deny("LeaseholdBindIp", {
      NotIpAddress: { "aws:SourceIp": single(addresses) },
      BoolIfExists: { "aws:ViaAWSService": "false" }
    })
  ];
}
function deny(sid, condition) {
  return { Sid: sid, Effect: "Deny", Action: "*", Resource: "*", Condition: condition };
}
function checked(json, { allow, statements }) {
  const foreign = /[^\u0020-\u00ff]/u.exec(json)?.[0];
  if (foreign !== void 0) {
    throw new ConfigError(`the session policy has the character \`${foreign}\`, which AWS does not take`, {
      code: "ERR_AWS_SESSION_POLICY",
      help: "use characters up to U+00FF, or `?` in place of others"
    });
  }
  if (json.length <= SESSION_POLICY_LIMIT) return json;
  const parts = [
    ["`allow`", JSON.stringify(compactAllow(allow).map(toStatement)).length - 2],
    ["`session-policy`", JSON.stringify(statements).length - 2]
  ];
  const [name, length] = parts[0][1] >= parts[1][1] ? parts[0] : parts[1];
  throw new ConfigError(
    `the session policy has ${json.length} characters, ${json.length - SESSION_POLICY_LIMIT} more than AWS takes`,
    {
      code: "ERR_AWS_SESSION_POLICY_SIZE",
      help: `${name} takes ${length} of them: shorten it with wildcards, or put it into a managed policy and name that in \`managed-session-policies\``
    }
  );
}
function single(list) {
  const [first] = list;
  return list.length === 1 && first !== void 0 ? first : list;
}

// packages/providers/src/aws/plan.ts
var MIN_TTL = 60;
var AWS_MIN_TTL = 900;
var MAX_TTL = 43200;
var EXCHANGE_MARGIN_MS = 12e4;
function planAwsLease(options, order) {
  if (order.ttl < MIN_TTL || order.ttl > MAX_TTL) {
    const [bound, side] = order.ttl < MIN_TTL ? [MIN_TTL, "at least"] : [MAX_TTL, "at most"];
    throw new ConfigError(`a TTL of ${formatDuration(order.ttl)} is not possible on AWS`, {
      code: "ERR_AWS_TTL",
      help: `ask for ${side} ${formatDuration(bound)}`
    });
  }
  const name = sessionName(order.run, order.leaseId);
  const timeBoxEnd = order.ttl < AWS_MIN_TTL ? (order.from + order.ttl) * 1e3 : void 0;
  const durationSeconds = Math.max(AWS_MIN_TTL, order.ttl);
  const probe = probeFor(options, order.leaseId);
  const policy = sessionPolicy({
    allow: options.allow,
    statements: options.sessionPolicy,
    managedPolicies: options.managedPolicies,
    bindIp: options.bindIp,
    ...timeBoxEnd === void 0 ? {} : { timeBoxEnd },
    ...probe === void 0 ? {} : { probe }
  });
  const handle = {
    roleArn: options.role.arn,
    sessionName: name,
    endpoints: options.endpoints,
    managedPolicies: options.managedPolicies,
    durationSeconds,
    leaseId: order.leaseId,
    run: `${order.run.platform}-${order.run.run}-${order.run.attempt}`,
    profile: options.profile ?? `leasehold-${order.leaseId}`,
    shadowing: options.shadowing,
    ...policy === void 0 ? {} : { sessionPolicy: policy },
    ...timeBoxEnd === void 0 ? {} : { timeBoxEnd },
    ...options.revokerRole === void 0 ? {} : { revokerRole: options.revokerRole.arn },
    ...probe === void 0 ? {} : { probe },
    ...order.reason === void 0 ? {} : { reason: order.reason },
    ...options.role.account === "" ? {} : { account: options.role.account },
    ...options.maskAccount ? { maskAccount: true } : {}
  };
  return {
    handle,
    name,
    ending: endingOf(options, order.ttl, timeBoxEnd !== void 0),
    notAfter: timeBoxEnd ?? (order.from + durationSeconds) * 1e3 + EXCHANGE_MARGIN_MS
  };
}
function probeFor(options, leaseId) {
  const own = [...options.allow, ...plainStatements(options.sessionPolicy)];
  if (options.probe === "none") return void 0;
  if (options.probe === void 0) return chooseProbe(own, leaseId) ?? (options.revokerRole ? DECODE_PROBE : void 0);
  const judgeable = options.allow.length > 0 && options.sessionPolicy.length === 0 && options.managedPolicies.length === 0;
  if (judgeable && options.probe.action !== DECODE_PROBE.action && !allowsProbe(own, options.probe)) {
    throw new ConfigError(
      `\`probe\` asks for \`${options.probe.action} on ${options.probe.resource}\`, which \`allow\` does not let the lease do`,
      {
        code: "ERR_AWS_PROBE",
        help: "choose a probe that `allow` covers: one that is refused from the start proves nothing"
      }
    );
  }
  return options.probe;
}
function endingOf(options, ttl, timeBoxed) {
  const revoker = options.revokerRole;
  if (revoker) {
    return {
      kind: "denied",
      timeBoxed,
      why: `AWS cannot withdraw a session, so the post step assumes \`${revoker.name}\` and denies this one on the role: it still authenticates, and every request is refused`
    };
  }
  const until = timeBoxed ? `its session policy denies everything ${formatDuration(ttl)} after the ID token was issued` : `AWS ends it ${formatDuration(ttl)} after it was issued`;
  return { kind: "expires", timeBoxed, why: `${until}; nothing ends it earlier, because no \`revoker-role\` is given` };
}

// packages/providers/src/aws/trust/condition.ts
function conditionBlock(conditions, issuer) {
  const block = {};
  const host = issuer.replace(/^https?:\/\//, "");
  for (const condition of conditions) {
    const key = `${host}:${condition.claim}`;
    const operator = operatorOf(condition);
    const free = [operator, `ForAnyValue:${operator}`].find((name) => block[name]?.[key] === void 0);
    if (free === void 0 || condition.negated && free !== operator) {
      throw new ConfigError(`too many conditions compare \`${condition.claim}\` in the same way`, {
        code: "ERR_AWS_TRUST_CONDITION",
        help: `write those of ${condition.source} as one`
      });
    }
    const [only, ...more] = condition.values;
    block[free] = { ...block[free], [key]: only !== void 0 && more.length === 0 ? only : condition.values };
  }
  return block;
}
function renderCondition(conditions, issuer) {
  return JSON.stringify(conditionBlock(conditions, issuer), null, 2);
}
function operatorOf({ operator, negated }) {
  return `String${negated ? "Not" : ""}${operator === "equals" ? "Equals" : "Like"}`;
}

// packages/providers/src/aws/trust/read-condition.ts
var OPERATOR = /^(?:(ForAnyValue|ForAllValues):)?String(Not)?(Equals|Like)(IfExists)?$/i;
function readCondition(operator, key, value, issuers, effect) {
  const source = `${operator} ${key}`;
  const values = [value].flat().map(String);
  const claim = claimOf(key, issuers);
  const unread = {
    claim: claim ?? key,
    operator: "equals",
    negated: effect === "deny",
    values: [],
    source: `${source}, which cannot be compared with a claim`
  };
  if (claim === void 0) return [unread];
  const present = { claim, operator: "like", negated: false, values: ["*"], source };
  const absent = { ...present, negated: true };
  if (/^Null$/i.test(operator)) {
    if (values.length !== 1 || !/^(?:true|false)$/i.test(values[0] ?? "")) return [unread];
    return [values[0]?.toLowerCase() === "true" ? absent : present];
  }
  const parts = OPERATOR.exec(operator);
  if (!parts) return [unread];
  const [, set, not, comparison, ifExists] = parts;
  const condition = {
    claim,
    operator: comparison?.toLowerCase() === "like" ? "like" : "equals",
    negated: not !== void 0,
    values,
    source
  };
  const holdsForAbsent = ifExists !== void 0 || set?.toLowerCase() === "forallvalues";
  if (condition.negated && set?.toLowerCase() === "foranyvalue") return [unread];
  return holdsForAbsent && !condition.negated ? [condition, absent] : [condition];
}
function claimOf(key, issuers) {
  const lower = key.toLowerCase();
  if (issuers.length === 0) return /^[^:]*\.[^:]*(?::\d[^:]*)?:([\w-]+)$/.exec(lower)?.[1];
  const issuer = issuers.find((each) => lower.startsWith(`${each.toLowerCase()}:`));
  return issuer === void 0 ? void 0 : lower.slice(issuer.length + 1) || void 0;
}

// packages/providers/src/aws/trust/read-trust-policy.ts
var ASSUME = "sts:AssumeRoleWithWebIdentity";
var MAX_WAYS = 64;
function readTrustPolicy(text, file) {
  const fault = jsonFault(text);
  if (fault) throw unreadable(`expected ${fault.expected}`, { file, line: fault.line, column: fault.column });
  const policy = policyIn(JSON.parse(text), file);
  const statements = [policy.Statement].flat();
  if (policy.Statement === void 0 || !statements.every(isRecord2))
    throw unreadable("there is no list in `Statement`", { file, line: 1, column: 1 });
  return statements.flatMap((statement2, index) => {
    const id = `${statement2.Sid ?? `statement ${index + 1}`}`;
    const wrong6 = statementFault(statement2);
    if (wrong6 !== void 0) throw unreadable(`${id} has ${wrong6}`, { file, line: 1, column: 1 });
    return readStatement2(statement2, id);
  });
}
function statementFault(statement2) {
  const { Effect: effect, Condition: condition } = statement2;
  if (effect !== "Allow" && effect !== "Deny") return "neither `Allow` nor `Deny` in `Effect`";
  if (condition !== void 0 && !(isRecord2(condition) && Object.values(condition).every(isRecord2)))
    return "a `Condition` that is not one";
  return void 0;
}
function policyIn(document, file) {
  const role = isRecord2(document) && isRecord2(document.Role) ? document.Role : document;
  const policy = isRecord2(role) && "AssumeRolePolicyDocument" in role ? decoded(role.AssumeRolePolicyDocument) : role;
  if (isRecord2(policy)) return policy;
  throw unreadable("it is not a policy", { file, line: 1, column: 1 });
}
function decoded(document) {
  if (typeof document !== "string") return document;
  try {
    return JSON.parse(document.startsWith("%") ? decodeURIComponent(document) : document);
  } catch {
    return void 0;
  }
}
function readStatement2(statement2, id) {
  const effect = statement2.Effect === "Deny" ? "deny" : "allow";
  const issuers = issuersOf(statement2, effect);
  if (issuers === void 0 || !isAboutAssuming(statement2, effect)) return [];
  const blocks = Object.entries(statement2.Condition ?? {});
  const conditions = blocks.flatMap(
    ([operator, keys]) => Object.entries(keys).map(([key, value]) => readCondition(operator, key, value, issuers, effect))
  );
  let ways = [[]];
  for (const condition of conditions) {
    if (ways.length * condition.length <= MAX_WAYS) ways = ways.flatMap((way) => condition.map((each) => [...way, each]));
    else if (effect === "allow") ways = ways.map((way) => [...way, ...condition.slice(0, 1)]);
  }
  return ways.map((way, index) => ({ id: index === 0 ? id : `${id}, ${index + 1}`, effect, issuers, conditions: way }));
}
function issuersOf(statement2, effect) {
  const principal = statement2.Principal;
  if (effect === "deny" && ("NotPrincipal" in statement2 || isRecord2(principal) && [principal.AWS].flat().includes("*")))
    return [];
  if (principal === "*") return [];
  if (!isRecord2(principal)) return void 0;
  const federated = [principal.Federated].flat().filter((each) => typeof each === "string");
  if (federated.includes("*")) return [];
  const issuers = federated.flatMap((arn) => /^arn:[^:]+:iam::\d*:oidc-provider\/(.+)$/.exec(arn)?.[1] ?? []);
  return issuers.length > 0 ? issuers : void 0;
}
function isAboutAssuming(statement2, effect) {
  const names = (key) => [statement2[key] ?? []].flat().map(String);
  if ("Action" in statement2) return names("Action").some((pattern) => actionMatches(pattern, ASSUME));
  return "NotAction" in statement2 ? !names("NotAction").some((pattern) => actionMatches(pattern, ASSUME)) : effect === "deny";
}
function unreadable(what, at) {
  const help = "give the trust policy as JSON, such as `aws iam get-role --role-name name` prints it";
  const message = `\`${at.file}\` is not a trust policy: line ${at.line}, column ${at.column}: ${what}`;
  return new ConfigError(message, {
    code: "ERR_AWS_TRUST_POLICY",
    help,
    problems: [{ code: "ERR_AWS_TRUST_POLICY", message, at, help }]
  });
}
function isRecord2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// packages/providers/src/aws/index.ts
var aws = {
  id: awsEnding.id,
  title: "Amazon Web Services",
  options: AWS_OPTIONS,
  outputs: AWS_OUTPUTS,
  trust: { read: readTrustPolicy, render: renderCondition },
  parse: parseAwsOptions,
  audience: (options) => options.audience,
  describe: (options) => ({
    target: shownArn(options.role.arn, options.maskAccount),
    scope: scopeOf(options).map((line) => shownArn(line, options.maskAccount))
  }),
  plan: planAwsLease,
  exchange: async (plan, token, ports) => {
    const handle = plan.handle;
    const [response, { judgeExchange }] = await Promise.all([
      ports.http(exchangeRequest(handle, token.token)),
      import("./chunk-UVHQDP2U.js")
    ]);
    return judgeExchange(response, handle, token);
  },
  deliver: (handle, credential, folder) => deliverAws(handle, credential, folder),
  end: awsEnding.end
};
function scopeOf({ allow, sessionPolicy: sessionPolicy2, managedPolicies, bindIp }) {
  return [
    ...printAllow(allow),
    ...sessionPolicy2.length === 0 ? [] : [`${sessionPolicy2.length} statement${sessionPolicy2.length === 1 ? "" : "s"} of \`session-policy\``],
    ...managedPolicies,
    ...bindIp.length === 0 ? [] : [`only from ${bindIp.join(", ")}`]
  ];
}

// packages/providers/src/catalogue.ts
var PROVIDERS = [aws];

// actions/lease/src/inputs.ts
var ON_REVOKE_FAILURE = ["fail", "warn"];
function readInputs(read, optionNames) {
  const given2 = (name) => read(name).trim() || void 0;
  const options = {};
  for (const name of optionNames) {
    const value = given2(name);
    if (value !== void 0) options[name] = value;
  }
  const lease2 = given2("lease");
  const inline = Object.keys(options);
  if (lease2 && inline.length > 0) {
    throw new ConfigError(`\`lease\` cannot be combined with ${inline.map((name) => `\`${name}\``).join(", ")}`, {
      code: "ERR_INPUT",
      help: `put ${inline.length === 1 ? "it" : "them"} under \`with\` of the grant \`${lease2}\` in the policy file, or leave \`lease\` out`
    });
  }
  const ttl = given2("ttl");
  return {
    lease: lease2,
    reason: given2("reason"),
    policyFile: given2("policy-file") ?? ".github/leasehold.yml",
    provider: given2("provider") ?? "aws",
    ttl: ttl === void 0 ? void 0 : parseDuration(ttl),
    delivery: oneOf2("delivery", given2("delivery") ?? "env", DELIVERIES),
    onRevokeFailure: oneOf2("on-revoke-failure", given2("on-revoke-failure") ?? "fail", ON_REVOKE_FAILURE),
    trustPolicyFile: given2("trust-policy-file"),
    ledgerFile: given2("ledger-file"),
    options
  };
}
function oneOf2(name, value, allowed) {
  const found = allowed.find((choice) => choice === value);
  if (found) return found;
  const near = suggest(value, allowed);
  throw new ConfigError(`\`${value}\` is not a value of the input \`${name}\``, {
    code: "ERR_INPUT",
    help: near ? `did you mean \`${near}\`?` : `write one of ${allowed.map((choice) => `\`${choice}\``).join(", ")}`
  });
}

// packages/lease/src/events.ts
function ledgerEvent(event, known2, run, at, detail = {}) {
  const { subject, ending, expiresAt } = known2;
  return {
    version: 1,
    time: new Date(at).toISOString(),
    event,
    lease: known2.leaseId,
    provider: known2.provider,
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
      name: known2.name,
      expires: expiresAt === void 0 ? void 0 : new Date(expiresAt).toISOString(),
      ending: ending?.kind,
      timeBoxed: ending?.timeBoxed,
      credential: known2.credential,
      delivery: known2.delivery
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

// packages/lease/src/record.ts
var STATE_KEY = "lease";
function printRecord(record) {
  return JSON.stringify(record);
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
  for (const [name, value] of Object.entries(delivered.outputs)) platform.setOutput(name, plain2(value));
  const done = { ...record, stage: "delivered" };
  platform.remember(STATE_KEY, printRecord(done));
  return done;
}
function layerOf(delivered, current, at) {
  const set = {};
  const previous = {};
  for (const [name, value] of Object.entries(delivered.env)) {
    set[name] = plain2(value);
    previous[name] = current(name) ?? null;
  }
  return { at, set, previous };
}
function plain2(value) {
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
  const known2 = { leaseId: order.leaseId, provider: provider.id, subject };
  const now = () => ports.clock.now() - skewMs;
  const note = (event, about2, detail) => platform.record(parts.ledgerLine(ledgerEvent(event, about2, platform.run, now(), detail)));
  await note("requested", known2);
  if (decision && !decision.allowed) {
    const failed = decision.rules.filter((rule) => !rule.passed).map((rule) => rule.rule);
    await note("denied", known2, {
      code: "ERR_POLICY_DENIED",
      detail: `denied by ${failed.join(", ")}`,
      mismatches: decision.mismatches
    });
    return { kind: "denied", decision, identity: first.identity };
  }
  const plan = provider.plan(options, order);
  const planned = {
    version: 1,
    ...known2,
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
    const { error: error2 } = answer;
    const refused = answer.kind === "refused";
    await note(refused ? "denied" : "failed", planned, { code: error2.code, detail: error2.message });
    if (!answer.open) platform.remember(STATE_KEY, "");
    if (refused) return { kind: "refused", error: answer.error, identity: first.identity };
    throw error2;
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
    } catch (error2) {
      said = error2;
      open ||= !saysNo(error2);
      throw error2;
    }
  };
  try {
    return { kind: "issued", issued: await withRetries("exchange", attempt, EXCHANGE_BUDGET, ports) };
  } catch (error2) {
    if (error2 === said && isRefusal(error2)) return { kind: "refused", error: error2, open };
    if (error2 instanceof LeaseholdError) return { kind: "failed", error: error2, open };
    throw error2;
  }
}
function saysNo(error2) {
  if (error2 instanceof UpstreamError) return error2.status !== void 0 && error2.status >= 400 && error2.status < 500;
  return error2 instanceof DeniedError || error2 instanceof ConfigError;
}
function isRefusal(error2) {
  return error2 instanceof DeniedError || error2 instanceof UpstreamError && saysNo(error2) && error2.code !== "ERR_UPSTREAM_THROTTLED";
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
    const about2 = { breakGlass: false, ...wanted.reason ? { reason: wanted.reason } : {} };
    const options = provider2.parse(wanted.options, parts.env);
    return { ask: { ...how, provider: provider2, options, ttl: wanted.ttl ?? DEFAULT_TTL, about: about2 }, trust: void 0 };
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
  } catch (error2) {
    if (!(error2 instanceof ConfigError)) throw error2;
    const { code, help } = error2;
    throw new ConfigError(`grant \`${grant.id}\` of \`${wanted.policyFile}\`: ${error2.message}`, {
      code,
      ...help ? { help } : {},
      cause: error2
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
    help: near ? `did you mean \`${near}\`?` : `known are ${ids.map((known2) => `\`${known2}\``).join(", ")}`
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
function unknownGrant(id, file, known2) {
  const near = suggest(id, known2);
  return new ConfigError(`the policy file \`${file}\` has no grant \`${id}\``, {
    code: "ERR_GRANT_UNKNOWN",
    help: near ? `did you mean \`${near}\`?` : `it has ${known2.map((other) => `\`${other}\``).join(", ") || "none"}`
  });
}

// actions/lease/src/lease.ts
async function lease(inputs, shell) {
  const { platform, ports, env } = shell;
  const workspace = env.GITHUB_WORKSPACE ?? ".";
  const asked = await prepare(inputs, {
    providers: PROVIDERS,
    policy: () => import("./chunk-ZIXTVETT.js"),
    readText: async (path) => readWorkspace(_join(workspace, path)),
    env
  });
  const prepared = inputs.trustPolicyFile === void 0 ? asked : { ...asked, trust: trustOf(inputs.trustPolicyFile, asked, workspace) };
  let acquired;
  try {
    acquired = await acquire(prepared.ask, { platform, readIdToken, ledgerLine }, ports);
  } catch (error2) {
    if (error2 instanceof ConfigError && error2.code === "ERR_ID_TOKEN_PERMISSION") await tellRefusal({ error: error2 }, prepared, shell);
    throw error2;
  }
  await tell(acquired, prepared, shell);
}
function readWorkspace(path) {
  return _statSync(path, { throwIfNoEntry: false })?.isFile() ? _readFileSync(path, "utf8") : void 0;
}
function trustOf(file, { ask }, workspace) {
  const text = readWorkspace(_join(workspace, file));
  if (text === void 0) {
    throw new ConfigError(`the trust policy file \`${file}\` cannot be read`, {
      code: "ERR_TRUST_FILE",
      help: "check the path given as `trust-policy-file`, and that the repository is checked out before this step"
    });
  }
  const statements = ask.provider.trust.read(text, file);
  return () => statements;
}
async function tell(acquired, prepared, shell) {
  const { platform, ports } = shell;
  if (acquired.kind === "leased") {
    const { record, ledger } = acquired;
    platform.setOutput("lease-id", record.leaseId);
    platform.setOutput("expires-at", new Date(record.expiresAt).toISOString());
    platform.setOutput("ending", record.ending.kind);
    platform.setOutput("ledger", ledger);
    ports.log.info(leaseText(record, ports.clock.now()));
    return platform.summarize(leaseSummary(record, ports.clock.now()));
  }
  if (acquired.kind === "denied") {
    ports.log.info(denialText(acquired.decision));
    await platform.summarize(denialSummary(acquired.decision));
    return setFailed(
      `the policy denies \`${acquired.decision.grant}\` to this job (ERR_POLICY_DENIED)
help: the rules that failed stand above and in the summary`
    );
  }
  await tellRefusal(acquired, prepared, shell);
  setFailed(
    `${acquired.error.message} (${acquired.error.code})${acquired.error.help ? `
help: ${acquired.error.help}` : ""}`
  );
}
async function tellRefusal(refusal, prepared, shell) {
  const { explain } = await import("./chunk-AZEDU4CN.js");
  const { log, summary } = await explain(refusal, prepared, shell);
  shell.ports.log.info(log);
  await shell.platform.summarize(summary);
}

// packages/platforms/src/append-line.ts
function appendLine(path, line) {
  _mkdirSync(_dirname(path), { recursive: true, mode: 448 });
  _appendFileSync(path, `${line}
`, { mode: 384 });
}

// packages/platforms/src/export-variable.ts
function exportVariable2(name, value, file) {
  if (file && !/[\r\n]/.test(value)) appendLine(file, `${name}=${value}`);
  else exportVariable(name, value);
}

// packages/platforms/src/id-token.ts
var TIMEOUT_MS = 1e4;
async function requestIdToken(endpoint, audience, ports) {
  return judgeIdToken(await ports.http(idTokenRequest(endpoint, audience)), ports.clock.now());
}
function idTokenRequest(endpoint, audience) {
  if (!endpoint.url || !endpoint.bearer) {
    throw new ConfigError("this job may not ask for an ID token", {
      code: "ERR_ID_TOKEN_PERMISSION",
      help: "add `permissions: { contents: read, id-token: write }` to the job; with a reusable workflow the caller must grant it too; pull requests from forks never get one"
    });
  }
  const url = new URL(endpoint.url);
  url.searchParams.set("audience", audience);
  return {
    method: "GET",
    url: url.href,
    headers: { authorization: `Bearer ${endpoint.bearer.reveal()}`, accept: "application/json; api-version=2.0" },
    timeoutMs: TIMEOUT_MS
  };
}
function judgeIdToken(response, now) {
  const { status } = response;
  if (status === 200) {
    const token = tokenOf(response.body);
    if (token) return new Secret(token);
    throw new UpstreamError("the ID token service answered without a token", {
      code: "ERR_ID_TOKEN_ANSWER",
      retryable: true,
      status,
      help: "try again; if it stays so, look at the status page of the CI platform"
    });
  }
  if (status === 429 || status >= 500) {
    const wait = retryAfter(response.headers["retry-after"], now);
    throw new UpstreamError(`the ID token service answered ${status}`, {
      code: "ERR_ID_TOKEN_UNAVAILABLE",
      retryable: true,
      status,
      ...wait === void 0 ? {} : { retryAfterMs: wait },
      help: "try again later; many jobs asking at once are slowed down"
    });
  }
  throw new UpstreamError(`the ID token service refused this job with ${status}`, {
    code: "ERR_ID_TOKEN_REFUSED",
    retryable: false,
    status,
    help: "a job that has already completed gets no more tokens; else check `permissions: id-token: write` on the job and on its caller"
  });
}
function tokenOf(body) {
  try {
    const value = JSON.parse(body)?.value;
    return typeof value === "string" && value !== "" ? value : void 0;
  } catch {
    return void 0;
  }
}

// packages/platforms/src/private-folder.ts
var NAME2 = /^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;
function leaseRoot(temp) {
  return _join(temp, "leasehold");
}
function leaseFolders(temp) {
  const root = leaseRoot(temp);
  if (!_existsSync(root)) return [];
  return _readdirSync(root, { withFileTypes: true }).flatMap(
    (entry) => entry.isDirectory() && NAME2.test(entry.name) ? [entry.name] : []
  );
}
function privateFolder(temp, leaseId) {
  const root = leaseRoot(temp);
  const path = _join(root, named(leaseId));
  return {
    path,
    write: async (name, content) => {
      const partial = _join(path, `.${named(name)}.partial`);
      makePrivate(root);
      makePrivate(path);
      _rmSync(partial, { force: true });
      const file = _openSync(partial, _constants.O_WRONLY | _constants.O_CREAT | _constants.O_EXCL | _constants.O_NOFOLLOW, 384);
      try {
        _writeFileSync(file, content);
      } finally {
        _closeSync(file);
      }
      _renameSync(partial, _join(path, name));
    },
    read: async (name) => {
      try {
        return _readFileSync(_join(path, named(name)), "utf8");
      } catch (error2) {
        if (error2.code === "ENOENT") return void 0;
        throw error2;
      }
    },
    remove: async () => _rmSync(path, { recursive: true, force: true })
  };
}
function named(name) {
  if (NAME2.test(name)) return name;
  throw new InternalError("a lease or a file of it has a name that leads out of its private folder", {
    code: "ERR_PRIVATE_FOLDER"
  });
}
function makePrivate(path) {
  _mkdirSync(path, { recursive: true, mode: 448 });
  const found = _lstatSync(path);
  const foreign = process.getuid !== void 0 && found.uid !== process.getuid();
  if (!found.isDirectory() || foreign) {
    throw new InternalError(`\`${path}\` is not a folder of this user`, {
      code: "ERR_PRIVATE_FOLDER",
      help: "another user or program made it; remove it, or give the job a temporary folder of its own"
    });
  }
  if ((found.mode & 63) !== 0) _chmodSync(path, 448);
}

// packages/platforms/src/github.ts
function github(env, ports, ledgerFile) {
  const temp = env.RUNNER_TEMP ?? "/tmp";
  const ledger = ledgerFile ?? _join(temp, "leasehold-ledger.jsonl");
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  const exported = /* @__PURE__ */ new Map();
  return {
    id: "github",
    title: "GitHub Actions",
    run: { platform: "gh", run: env.GITHUB_RUN_ID ?? "0", attempt: env.GITHUB_RUN_ATTEMPT ?? "1" },
    runUrl: env.GITHUB_SERVER_URL && `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`,
    idToken: (audience) => requestIdToken({ url, bearer: bearer ? new Secret(bearer) : void 0 }, audience, ports),
    mask: (value) => setSecret(value),
    setOutput: (name, value) => setOutput(name, value),
    // The runner has no way to take a variable away; an empty one is what the SDKs read as absent.
    exportVariable: (name, value = "") => {
      exported.set(name, value);
      exportVariable2(name, value, env.GITHUB_ENV);
    },
    variable: (name) => exported.get(name) ?? env[name],
    remember: (key, value) => saveState(key, value),
    recall: (key) => getState(key) || void 0,
    // The same append as `core.summary`, which loads `node:fs/promises` and all streams when a step starts.
    summarize: async (markdown) => {
      if (env.GITHUB_STEP_SUMMARY) appendLine(env.GITHUB_STEP_SUMMARY, markdown);
    },
    folder: (leaseId) => privateFolder(temp, leaseId),
    folders: async () => leaseFolders(temp),
    record: async (line) => {
      appendLine(ledger, line);
      return ledger;
    }
  };
}

// packages/platforms/src/print-line.ts
var STDOUT = 1;
function printLine(line) {
  try {
    _writeFileSync(STDOUT, `${line}
`);
  } catch {
    process.stdout.write(`${line}
`);
  }
}

// packages/platforms/src/github-log.ts
var COMMAND = /^([\s\u0085]*)(::|##\[)/gm;
function withoutCommands(text) {
  return text.replace(COMMAND, "$1​$2").replaceAll("##[", "##​[");
}
function githubLog(print = printLine) {
  return {
    debug: (line) => debug(line),
    info: (line) => print(withoutCommands(line)),
    notice: (line) => notice(line),
    warning: (line) => warning(line),
    error: (line) => error(line)
  };
}

// packages/platforms/src/ca-bundle.ts
var loaded = /* @__PURE__ */ new Set();
async function useCaBundle(path) {
  if (loaded.has(path)) return;
  const pem = readPem(path);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (!certificates) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds no certificate`, {
      code: "ERR_CA_BUNDLE",
      help: "give a PEM file with at least one `BEGIN CERTIFICATE` block"
    });
  }
  const tls = await import("node:tls");
  if (typeof tls.setDefaultCACertificates !== "function") {
    throw new ConfigError(`this Node (${process.version}) cannot trust \`AWS_CA_BUNDLE\` at run time`, {
      code: "ERR_CA_BUNDLE",
      help: "set `NODE_EXTRA_CA_CERTS` to the same file instead, or run Node 22.19 or newer"
    });
  }
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), ...certificates]);
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds a certificate that cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "look at it with `openssl x509 -noout -text`, and take the broken block away",
      cause
    });
  }
  loaded.add(path);
}
function readPem(path) {
  try {
    return _readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "give the path of a PEM file, or take the variable away",
      cause
    });
  }
}

// packages/platforms/src/node-http.ts
var MAX_BODY_BYTES = 2 * 1024 * 1024;
function nodeHttp(env) {
  return async (request) => {
    const { HttpClient } = await import("./chunk-5FXPCM76.js");
    if (env.AWS_CA_BUNDLE) await useCaBundle(env.AWS_CA_BUNDLE);
    const signal = AbortSignal.timeout(request.timeoutMs);
    const client = new HttpClient(void 0, [deadline(signal)], { allowRedirects: false, allowRetries: false });
    try {
      const { message } = await client.request(request.method, request.url, request.body ?? "", { ...request.headers });
      return { status: message.statusCode ?? 0, headers: flatten(message), body: await readBody(message) };
    } catch (error2) {
      throw failure(request, error2, signal.aborted);
    }
  };
}
function deadline(signal) {
  return {
    prepareRequest: (options) => {
      options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error("no authentication is handled here"))
  };
}
function flatten(message) {
  const headers = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== void 0) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}
async function readBody(message) {
  const chunks = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      message.destroy();
      throw new Error("the answer is too large");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function failure(request, error2, late) {
  const host = new URL(request.url).host;
  const reason = nodeCode(error2);
  if (late) {
    return new UpstreamError(`\`${host}\` did not answer within ${request.timeoutMs / 1e3} s`, {
      code: "ERR_UPSTREAM_TIMEOUT",
      retryable: true,
      help: "check that the runner may reach this host, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
    });
  }
  if (reason === "aborted") {
    return new UpstreamError(`\`${host}\` closed the connection in the middle of its answer`, {
      code: "ERR_UPSTREAM_TRUNCATED",
      retryable: true,
      help: "try again; if it stays so, something between the runner and this host cuts connections"
    });
  }
  const certificate = /CERT|SELF_SIGNED|ISSUER|TLS|SSL/.test(reason);
  return new UpstreamError(`\`${host}\` could not be reached: ${reason}`, {
    code: certificate ? "ERR_UPSTREAM_CERTIFICATE" : "ERR_UPSTREAM_UNREACHABLE",
    retryable: !certificate,
    help: certificate ? "set `NODE_EXTRA_CA_CERTS` or `AWS_CA_BUNDLE` to a file with the certificate authority that signed it" : "check the host name, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
  });
}
function nodeCode(error2) {
  if (!(error2 instanceof Error)) return "unknown failure";
  const code = error2.code;
  if (error2.message === "aborted") return "aborted";
  if (typeof code === "string") return code;
  const status = /statusCode=(\d{3})/.exec(error2.message)?.[1];
  return status ? `the proxy answered ${status}` : error2.name;
}

// imported:node:timers/promises
var builtin2 = process.getBuiltinModule("node:timers/promises");
var pick2 = (name) => builtin2[name];
var _setTimeout = /* @__PURE__ */ pick2("setTimeout");

// packages/platforms/src/node-ports.ts
var systemClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => _setTimeout(ms, void 0, signal ? { signal } : {}).catch(() => void 0)
};
var systemRandom = (length) => crypto.getRandomValues(new Uint8Array(length));
function nodePorts(parts) {
  return { clock: systemClock, random: systemRandom, http: parts.http, log: parts.log };
}

// actions/lease/src/shell.ts
function openShell(ledgerFile) {
  const { env } = process;
  const ports = nodePorts({ http: nodeHttp(env), log: githubLog() });
  return { env, platform: github(env, ports, ledgerFile), ports };
}
async function runStep(half) {
  try {
    await half();
  } catch (error2) {
    if (error2 instanceof LeaseholdError) return setFailed(errorText(error2));
    debug(error2 instanceof Error ? error2.stack ?? error2.name : "unknown failure");
    setFailed(`leasehold failed unexpectedly: ${error2 instanceof Error ? error2.name : "unknown failure"} (ERR_INTERNAL)`);
  }
}

// actions/lease/src/main.ts
await runStep(async () => {
  const inputs = readInputs(getInput, [...new Set(PROVIDERS.flatMap(({ options }) => options.map(({ name }) => name)))]);
  const shell = openShell(inputs.ledgerFile);
  await lease(inputs, shell);
});
