import {
  grantTtl,
  readPolicy,
  readSource
} from "./chunk-27MWGYOG.js";
import {
  DENY_SID,
  MANAGED_LIMIT,
  exchangeRequest,
  onlyExpires,
  policySize
} from "./chunk-EBHRQLJY.js";
import {
  DECODE_PROBE,
  Secret,
  actionMatches,
  allowsProbe,
  chooseProbe,
  plainStatements,
  readProbe,
  resourceMatches,
  shownArn
} from "./chunk-SUAM67JL.js";
import {
  formatDuration
} from "./chunk-SPD3I5TM.js";
import {
  suggest
} from "./start.js";
import {
  ConfigError
} from "./start.js";

// imported:node:fs/promises
var builtin = process.getBuiltinModule("node:fs/promises");
var pick = (name) => builtin[name];
var _readFile = /* @__PURE__ */ pick("readFile");

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
  const text2 = line.replace(/(?:^|\s)#.*$/, "").trim();
  if (text2 === "") return [];
  const [actions, resources, more] = ` ${text2} `.split(/\son\s/);
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
    const { endAws } = await import("./chunk-N33RBRNB.js");
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
function isAddress(text2) {
  const [address = "", bits, more] = text2.split("/");
  if (more !== void 0) return false;
  const width = isIpv4(address) ? 32 : isIpv6(address) ? 128 : 0;
  return width > 0 && (bits === void 0 || OCTET.test(bits) && Number(bits) <= width);
}
function isIpv4(text2) {
  const octets = text2.split(".");
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255);
}
function isIpv6(text2) {
  const halves = text2.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"));
  const last = groups.at(-1);
  const embedded = last?.includes(".") === true && text2.endsWith(last);
  const plain2 = embedded ? groups.slice(0, -1) : groups;
  if (embedded && !isIpv4(last)) return false;
  if (!plain2.every((group) => GROUP.test(group))) return false;
  const length = plain2.length + (embedded ? 2 : 0);
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
  const plain2 = url?.protocol === "http:";
  if (!url || url.protocol !== "https:" && !plain2 || url.search || url.hash || url.username || url.password) {
    throw new ConfigError(`\`${name}\` is not an address that requests can be sent to`, {
      code: "ERR_AWS_ENDPOINT",
      help: "write it as `https://host` or `https://host:port`, without a user, a query or a fragment"
    });
  }
  if (plain2 && !isLoopback(url.hostname)) {
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
function jsonFault(text2) {
  let at = 0;
  const open = [];
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text2);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  const see = (mark) => {
    take(SPACE);
    if (text2[at] !== mark) return false;
    at++;
    return true;
  };
  const fault = (expected) => {
    take(SPACE);
    const before = text2.slice(0, at).split("\n");
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
        return at === text2.length ? void 0 : fault("the end");
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
  const document2 = typeof raw === "string" ? readJson(raw) : raw;
  if (!isRecord(document2))
    throw wrong2("`session-policy` is not a policy", `write \`{"Version": "${VERSION}", "Statement": [...]}\``);
  knownKeys(document2, DOCUMENT_KEYS, "`session-policy`");
  if (document2.Version !== VERSION) {
    throw wrong2(
      document2.Version === void 0 ? "`session-policy` has no `Version`" : `\`session-policy\` has the version \`${String(document2.Version)}\``,
      `write \`"Version": "${VERSION}"\``
    );
  }
  const statements = Array.isArray(document2.Statement) ? document2.Statement : [document2.Statement];
  if (document2.Statement === void 0 || statements.length === 0) {
    throw wrong2("`session-policy` has no `Statement`", "a policy without statements allows nothing");
  }
  return statements.map((statement2, index) => readStatement(statement2, `statement ${index + 1} of \`session-policy\``));
}
function readJson(text2) {
  const fault = jsonFault(text2);
  if (!fault) return JSON.parse(text2);
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
function readRegion(text2, env) {
  const region = text2 ?? (env.AWS_REGION?.trim() || env.AWS_DEFAULT_REGION?.trim() || void 0);
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
function readRole(option, text2, about2) {
  const home = partitionOfRegion(about2.region).id;
  if (!text2.startsWith("arn:")) {
    if (!NAME.test(text2)) throw wrong4(`\`${option}\` is \`${text2}\`, which is neither a role's ARN nor its name`, EXPECTED);
    if (about2.account === void 0) {
      throw wrong4(`\`${option}\` is the name \`${text2}\`, and no account is given`, "give the full ARN, or add `account`");
    }
    return {
      arn: `arn:${home}:iam::${about2.account}:role/${text2}`,
      partition: home,
      account: about2.account,
      path: "/",
      name: text2
    };
  }
  const parts = ROLE_ARN.exec(text2);
  if (!parts) throw notRole(option, text2);
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
  return { arn: text2, partition, account, path, name };
}
function readAccount(text2) {
  if (ACCOUNT.test(text2)) return text2;
  throw new ConfigError(`\`account\` is \`${text2}\`, which does not have twelve digits`, {
    code: "ERR_AWS_ACCOUNT",
    help: "write all twelve, in quotes in YAML: a number loses the zeros that it begins with"
  });
}
var EXPECTED = "a role is written `arn:aws:iam::111122223333:role/name`, or as a name with `account`";
function notRole(option, text2) {
  const session = /^arn:([a-z0-9-]+):sts::(\d{12})?:assumed-role\/([^/]+)\//.exec(text2);
  if (session) {
    const [, partition, account = "", name] = session;
    return wrong4(
      `\`${option}\` is \`${text2}\`, which is a session of a role`,
      `the role is \`arn:${partition}:iam::${account}:role/${name}\``
    );
  }
  return wrong4(`\`${option}\` is \`${text2}\`, which is not the ARN of a role`, EXPECTED);
}
function wrong4(message, help) {
  return new ConfigError(message, { code: "ERR_AWS_ROLE", help });
}

// packages/providers/src/aws/parse.ts
var MAX_MANAGED_POLICIES = 10;
var MANAGED_POLICY = /^arn:([a-z0-9-]+):iam::(?:\d{12}|aws)?:policy\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,128}$/;
function parseAwsOptions(raw, env) {
  const given = new Map(Object.entries(raw).filter(([, value]) => value !== void 0 && value !== null && value !== ""));
  for (const name of given.keys()) known(name);
  const text2 = (name) => readText(name, given.get(name));
  const region = readRegion(text2("region"), env);
  const partition = partitionOfRegion(region);
  const accountText = text2("account");
  const account = accountText === void 0 ? void 0 : readAccount(accountText);
  const roleText = text2("role");
  if (roleText === void 0)
    throw new ConfigError("no role is given", { code: "ERR_AWS_ROLE", help: "add `role: arn:aws:iam::111122223333:role/name`" });
  const role = readRole("role", roleText, { region, ...account === void 0 ? {} : { account } });
  const revoker = text2("revoker-role");
  const probe = text2("probe");
  const profile = text2("profile");
  const policy = given.get("session-policy");
  return {
    role: role.account === "" && account !== void 0 ? { ...role, account } : role,
    region,
    audience: text2("audience") ?? partition.audience ?? "sts.amazonaws.com",
    allow: inPartition(given.has("allow") ? parseAllow(given.get("allow")) : [], partition),
    sessionPolicy: policy === void 0 ? [] : readSessionPolicy(policy),
    managedPolicies: readManagedPolicies(words2("managed-session-policies", given.get("managed-session-policies")), role),
    ...revoker === void 0 ? {} : { revokerRole: readRevoker(revoker, role, region) },
    bindIp: readAddresses(words2("bind-ip", given.get("bind-ip"))),
    ...probe === void 0 ? {} : { probe: readProbe(probe) },
    ...profile === void 0 ? {} : { profile: readProfile(profile) },
    maskAccount: readBoolean("mask-account-id", text2("mask-account-id")),
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
function readRevoker(text2, role, region) {
  const revoker = readRole("revoker-role", text2, { region, ...text2.startsWith("arn:") ? {} : { account: role.account } });
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
function plain(text2) {
  return text2.replaceAll(/[^A-Za-z0-9]/g, "_");
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
function checked(json2, { allow, statements }) {
  const foreign = /[^\u0020-\u00ff]/u.exec(json2)?.[0];
  if (foreign !== void 0) {
    throw new ConfigError(`the session policy has the character \`${foreign}\`, which AWS does not take`, {
      code: "ERR_AWS_SESSION_POLICY",
      help: "use characters up to U+00FF, or `?` in place of others"
    });
  }
  if (json2.length <= SESSION_POLICY_LIMIT) return json2;
  const parts = [
    ["`allow`", JSON.stringify(compactAllow(allow).map(toStatement)).length - 2],
    ["`session-policy`", JSON.stringify(statements).length - 2]
  ];
  const [name, length] = parts[0][1] >= parts[1][1] ? parts[0] : parts[1];
  throw new ConfigError(
    `the session policy has ${json2.length} characters, ${json2.length - SESSION_POLICY_LIMIT} more than AWS takes`,
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
var CHECKED_CLAIMS = [
  "sub",
  "aud",
  "actor",
  "actor_id",
  "job_workflow_ref",
  "repository",
  "repository_id",
  "workflow",
  "ref",
  "environment",
  "enterprise_id"
];
function conditionBlock(conditions, issuer) {
  const block2 = {};
  const host = issuer.replace(/^https?:\/\//, "");
  for (const condition of conditions) {
    const key = `${host}:${condition.claim}`;
    const operator = operatorOf(condition);
    const free = [operator, `ForAnyValue:${operator}`].find((name) => block2[name]?.[key] === void 0);
    if (free === void 0 || condition.negated && free !== operator) {
      throw new ConfigError(`too many conditions compare \`${condition.claim}\` in the same way`, {
        code: "ERR_AWS_TRUST_CONDITION",
        help: `write those of ${condition.source} as one`
      });
    }
    const [only, ...more] = condition.values;
    block2[free] = { ...block2[free], [key]: only !== void 0 && more.length === 0 ? only : condition.values };
  }
  return block2;
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
function readTrustPolicy(text2, file) {
  const fault = jsonFault(text2);
  if (fault) throw unreadable(`expected ${fault.expected}`, { file, line: fault.line, column: fault.column });
  const policy = policyIn(JSON.parse(text2), file);
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
function policyIn(document2, file) {
  const role = isRecord2(document2) && isRecord2(document2.Role) ? document2.Role : document2;
  const policy = isRecord2(role) && "AssumeRolePolicyDocument" in role ? decoded(role.AssumeRolePolicyDocument) : role;
  if (isRecord2(policy)) return policy;
  throw unreadable("it is not a policy", { file, line: 1, column: 1 });
}
function decoded(document2) {
  if (typeof document2 !== "string") return document2;
  try {
    return JSON.parse(document2.startsWith("%") ? decodeURIComponent(document2) : document2);
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
      import("./chunk-5EKQXMZP.js")
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

// packages/providers/src/aws/trust/permissions.ts
function rolePolicy(options) {
  const statements = [
    ...compactAllow(options.allow).map(toStatement),
    ...options.sessionPolicy.filter((statement2) => statement2.Effect === "Allow")
  ];
  if (statements.length === 0) return void 0;
  const own = [...options.allow, ...plainStatements(options.sessionPolicy)];
  const wanted = options.probe === "none" ? void 0 : options.probe ?? chooseProbe(own, "lease") ?? DECODE_PROBE;
  if (options.revokerRole && wanted && !allowsProbe(own, wanted))
    statements.push(toStatement({ actions: [wanted.action], resources: [wanted.resource] }));
  return document(statements);
}
function denyListBoundary(role) {
  return {
    ...named(role, "leasehold-ended"),
    description: `Sessions of ${role.name} that Leasehold has ended. A permissions boundary: never attach it`,
    policy: document([
      { Effect: "Allow", Action: "*", Resource: "*" },
      // No session has this id; IAM takes no empty list.
      { Sid: DENY_SID, Effect: "Deny", Action: "*", Resource: "*", Condition: { StringEquals: { "aws:userid": ["none"] } } }
    ])
  };
}
function capBoundary(role, policy, options) {
  const help = "use the form `boundary`, which needs no cap";
  if (policy === void 0 || options.managedPolicies.length > 0) {
    const why = policy === void 0 ? "has neither `allow` nor `session-policy`" : "names `managed-session-policies`";
    throw new ConfigError(`the form \`inline\` needs a cap for \`${role.name}\`, and the grant ${why}`, {
      code: "ERR_AWS_TRUST_CAP",
      help
    });
  }
  const size = policySize(JSON.stringify(policy));
  if (size > MANAGED_LIMIT) {
    throw new ConfigError(
      `the cap for \`${role.name}\` has ${size} characters, and AWS takes ${MANAGED_LIMIT} in a managed policy`,
      {
        code: "ERR_AWS_TRUST_CAP",
        help
      }
    );
  }
  return {
    ...named(role, "leasehold-cap"),
    description: `The most that ${role.name} can do, whatever its inline policies say`,
    policy
  };
}
function revokerPolicy(role, form) {
  const read = { Effect: "Allow", Action: "iam:GetRole", Resource: role.arn };
  if (form === "inline") {
    const actions2 = ["iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy"];
    return document([{ ...read, Action: actions2 }]);
  }
  const actions = ["iam:GetPolicyVersion", "iam:ListPolicyVersions", "iam:CreatePolicyVersion", "iam:DeletePolicyVersion"];
  return document([read, { Effect: "Allow", Action: actions, Resource: named(role, "leasehold-ended").arn }]);
}
function named(role, prefix) {
  const name = `${prefix}-${role.name}`;
  const account = /^arn:[^:]+:iam::(\d*):/.exec(role.arn)?.[1] ?? "";
  return { name, arn: `arn:${role.partition}:iam::${account}:policy/${name}` };
}
function document(statements) {
  return { Version: "2012-10-17", Statement: statements };
}

// packages/providers/src/aws/trust/trust-policy.ts
var GITHUB = "token.actions.githubusercontent.com";
var PINNED_SUBJECT = /^(?:[^:*?]+:[^:*?]+[:/@]|[^:*?/]+\/[^:*?/]+\/)/;
function grantedTrust(statements, place) {
  const notEnforced = [];
  const notes = /* @__PURE__ */ new Set();
  const written = statements.flatMap((statement2) => {
    const { checked: checked2, unchecked } = sorted(statement2.conditions);
    for (const { claim } of unchecked)
      notEnforced.push({ statement: statement2.id, claim, message: unenforced(statement2, claim) });
    if (statement2.effect === "deny") return unchecked.length > 0 ? [] : statementsFor(statement2, checked2, place);
    pin(statement2, checked2, notes);
    return statementsFor(statement2, checked2, place, notes);
  });
  return { policy: { Version: "2012-10-17", Statement: written }, notEnforced, notes: [...notes] };
}
function statementsFor(statement2, conditions, place, notes) {
  return statement2.issuers.map((issuer, index) => {
    const host = issuer.replace(/^https:\/\//, "");
    const subject = notes && !conditions.some(({ claim }) => claim === "sub") ? anySubject(host, conditions, notes) : [];
    return {
      Sid: statement2.id.replaceAll(/[^0-9A-Za-z]/g, "") + (index === 0 ? "" : `Issuer${index + 1}`),
      Effect: statement2.effect === "allow" ? "Allow" : "Deny",
      Principal: { Federated: `arn:${place.partition}:iam::${place.account}:oidc-provider/${host}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: conditionBlock([audience(place), ...subject, ...conditions], host)
    };
  });
}
function sorted(conditions) {
  const names = conditions.map(({ claim }) => claim);
  const checked2 = [];
  const unchecked = [];
  for (const condition of conditions) {
    if (CHECKED_CLAIMS.includes(condition.claim)) checked2.push(condition);
    else if (condition.claim === "repository_owner" && !names.includes("repository")) {
      checked2.push({
        ...condition,
        claim: "repository",
        operator: "like",
        values: condition.values.map((owner) => `${owner}/*`)
      });
    } else unchecked.push(condition);
  }
  return { checked: checked2, unchecked };
}
function unenforced({ effect }, claim) {
  const how = effect === "deny" ? "so this denial is left to the policy file" : "so only the policy file holds to it";
  return `AWS does not check \`${claim}\`, ${how}`;
}
function pin(statement2, conditions, notes) {
  const pinned = conditions.filter(
    (condition) => !condition.negated && condition.values.length > 0 && condition.values.every((value) => pins(condition, value))
  );
  if (pinned.length === 0) {
    throw new ConfigError(
      `the trust of \`${statement2.id}\` would let in jobs of anybody: nothing that AWS checks says whose they are`,
      {
        code: "ERR_AWS_TRUST_TOO_WIDE",
        help: "add `repository-id` to the subject, or `repository` with the owner spelt out"
      }
    );
  }
  if (pinned.every(({ claim }) => claim === "job_workflow_ref")) {
    notes.add(
      `\`${statement2.id}\` lets in every repository that may call that workflow: add \`repository-id\` where only some should`
    );
  }
}
function pins({ claim, operator }, value) {
  const literal = operator === "equals" || !/[*?]/.test(value);
  switch (claim) {
    case "sub":
      return literal ? value !== "" : PINNED_SUBJECT.test(value);
    case "repository":
      return literal ? value.includes("/") : /^[^*?/]+\//.test(value);
    case "job_workflow_ref":
      return /^[^*?/]+\/[^*?/]+\//.test(value);
    case "repository_id":
    case "enterprise_id":
      return literal && value !== "";
    default:
      return false;
  }
}
function anySubject(host, conditions, notes) {
  if (host !== GITHUB && !host.startsWith(`${GITHUB}/`)) return [];
  notes.add(
    "IAM wants a condition on `sub` for the issuer of GitHub: the one added fits every default subject; a repository with customised subjects needs its own"
  );
  const named2 = conditions.find(({ claim, negated }) => claim === "repository" && !negated)?.values ?? [];
  const values = named2.length === 0 ? ["repo:*"] : named2.flatMap((name) => bothShapes(name));
  return [{ claim: "sub", operator: "like", negated: false, values, source: "sub" }];
}
function bothShapes(repository) {
  const [owner = "", name] = repository.split("/");
  if (name === void 0) return ["repo:*"];
  return [`repo:${owner}/${name}:*`, `repo:${owner}@*/${name === "*" ? "*" : `${name}@*`}:*`];
}
function audience({ audience: value }) {
  return { claim: "aud", operator: "equals", negated: false, values: [value], source: "aud" };
}

// packages/providers/src/aws/trust/aws-trust.ts
var TRUST_LIMIT = 2048;
var HOUR = 3600;
var MAX_SESSION = 43200;
function awsTrust(input) {
  const { grant, options, form } = input;
  const { role, revokerRole } = options;
  const {
    policy: trustPolicy,
    notEnforced,
    notes
  } = grantedTrust(input.statements, {
    partition: role.partition,
    account: role.account,
    audience: options.audience
  });
  const permissionPolicy = rolePolicy(options);
  return {
    grant,
    form,
    role: {
      role,
      description: `Leased through the grant ${grant}`,
      maxSessionDuration: Math.min(MAX_SESSION, Math.max(HOUR, input.maxTtl)),
      trustPolicy,
      policyName: `leasehold-${grant}`,
      permissionPolicy
    },
    boundary: revokerRole && (form === "boundary" ? denyListBoundary(role) : capBoundary(role, permissionPolicy, options)),
    revoker: revokerRole && {
      role: revokerRole,
      description: `Ends leases of ${role.name}`,
      maxSessionDuration: HOUR,
      trustPolicy,
      policyName: `leasehold-end-${role.name}`,
      permissionPolicy: revokerPolicy(role, form)
    },
    notEnforced,
    notes: [...notes, ...remarks(input, trustPolicy, permissionPolicy)]
  };
}
function remarks({ options, form, grant }, trustPolicy, permissionPolicy) {
  const notes = [];
  const size = policySize(JSON.stringify(trustPolicy));
  if (size > TRUST_LIMIT)
    notes.push(`the trust policy has ${size} characters, and IAM takes ${TRUST_LIMIT} unless the account's quota is raised`);
  if (permissionPolicy === void 0)
    notes.push(`\`${grant}\` has no \`allow\`: what \`${options.role.name}\` may do is yours to write`);
  if (options.managedPolicies.length > 0)
    notes.push("the role must allow what `managed-session-policies` allow, or they give nothing");
  if (!options.revokerRole) notes.push(`\`${grant}\` has no \`revoker-role\`: its leases end by time only`);
  else if (form === "boundary")
    notes.push("the boundary allows everything so that it takes nothing away: never attach it to anything as a policy");
  return notes;
}

// packages/providers/src/aws/trust/cloudformation.ts
var MAX_DESCRIPTION = 1024;
function trustCloudFormation(trust) {
  const { role, boundary, revoker, form } = trust;
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `The grant ${trust.grant}, printed by leasehold trust aws.`.slice(0, MAX_DESCRIPTION),
    Metadata: { Leasehold: { notEnforced: trust.notEnforced, notes: trust.notes } },
    Resources: {
      ...boundary ? {
        Boundary: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: {
            ManagedPolicyName: boundary.name,
            Description: boundary.description,
            PolicyDocument: boundary.policy
          }
        }
      } : {},
      LeasedRole: roleResource(role, {
        ...boundary ? { PermissionsBoundary: { Ref: "Boundary" } } : {},
        // Under a cap the same policy gives the permissions, so that all room for inline policies is the deny list's.
        ...boundary && form === "inline" ? { ManagedPolicyArns: [{ Ref: "Boundary" }] } : inline(role)
      }),
      ...revoker ? { RevokerRole: roleResource(revoker, inline(revoker)) } : {}
    }
  };
  return `${JSON.stringify(template, null, 2)}
`;
}
function roleResource({ role, description, maxSessionDuration, trustPolicy }, permissions) {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: role.name,
      Path: role.path,
      Description: description,
      MaxSessionDuration: maxSessionDuration,
      AssumeRolePolicyDocument: trustPolicy,
      ...permissions
    }
  };
}
function inline({ policyName, permissionPolicy }) {
  return permissionPolicy === void 0 ? {} : { Policies: [{ PolicyName: policyName, PolicyDocument: permissionPolicy }] };
}

// packages/providers/src/aws/trust/json.ts
function trustJson(trust) {
  const { grant, form, role, boundary, revoker, notEnforced, notes } = trust;
  const bundle = {
    grant,
    ...boundary ? { form } : {},
    role: { ...setup(role), ...boundary ? { permissionsBoundary: boundary.arn } : {} },
    ...boundary ? { boundary } : {},
    ...revoker ? { revoker: setup(revoker) } : {},
    notEnforced,
    notes
  };
  return `${JSON.stringify(bundle, null, 2)}
`;
}
function setup({ role, maxSessionDuration, trustPolicy, policyName, permissionPolicy }) {
  return {
    arn: role.arn,
    maxSessionDuration,
    trustPolicy,
    ...permissionPolicy ? { permissionPolicy: { name: policyName, policy: permissionPolicy } } : {}
  };
}

// packages/providers/src/aws/trust/terraform.ts
function trustTerraform(trust) {
  const { role, boundary, revoker, form } = trust;
  const cap = boundary && form === "inline" ? boundary : void 0;
  return [
    comment([
      `The grant ${trust.grant}, printed by \`leasehold trust aws\`.`,
      ...trust.notes,
      ...trust.notEnforced.map(({ statement: statement2, message }) => `${statement2}: ${message}`)
    ]),
    ...boundary ? [boundaryBlock(boundary, form === "boundary")] : [],
    roleBlock(role, boundary),
    // Under a cap the same policy gives the permissions, so that all room for inline policies is the deny list's.
    ...cap ? [attachmentBlock(role, cap)] : policyBlock(role),
    ...revoker ? [roleBlock(revoker, void 0), ...policyBlock(revoker)] : []
  ].join("\n\n").concat("\n");
}
function boundaryBlock({ name, description, policy }, holdsDenyList) {
  return block("aws_iam_policy", name, [
    ["name", text(name)],
    ["description", text(description)],
    ["policy", json(policy)],
    // The list changes with every ending; a plan must not undo them.
    ...holdsDenyList ? [["lifecycle", "{\n    ignore_changes = [policy]\n  }"]] : []
  ]);
}
function roleBlock({ role, description, maxSessionDuration, trustPolicy }, boundary) {
  return block("aws_iam_role", role.name, [
    ["name", text(role.name)],
    ["path", text(role.path)],
    ["description", text(description)],
    ["max_session_duration", String(maxSessionDuration)],
    ...boundary ? [["permissions_boundary", `aws_iam_policy.${label(boundary.name)}.arn`]] : [],
    ["assume_role_policy", json(trustPolicy)]
  ]);
}
function policyBlock({ role, policyName, permissionPolicy }) {
  if (permissionPolicy === void 0) return [];
  return [
    block("aws_iam_role_policy", role.name, [
      ["name", text(policyName)],
      ["role", `aws_iam_role.${label(role.name)}.name`],
      ["policy", json(permissionPolicy)]
    ])
  ];
}
function attachmentBlock({ role }, cap) {
  return block("aws_iam_role_policy_attachment", role.name, [
    ["role", `aws_iam_role.${label(role.name)}.name`],
    ["policy_arn", `aws_iam_policy.${label(cap.name)}.arn`]
  ]);
}
function block(type, name, body) {
  const lines = body.map(([key, value]) => key === "lifecycle" ? `  ${key} ${value}` : `  ${key} = ${value}`);
  return `resource "${type}" "${label(name)}" {
${lines.join("\n")}
}`;
}
function json(value) {
  return `jsonencode(${JSON.stringify(value, null, 2).replaceAll(/([$%])\{/g, "$1$1{").replaceAll("\n", "\n  ")})`;
}
function text(value) {
  return JSON.stringify(value).replaceAll(/([$%])\{/g, "$1$1{");
}
function label(name) {
  const plain2 = name.replaceAll(/[^A-Za-z0-9_-]/g, "_");
  return /^[A-Za-z_]/.test(plain2) ? plain2 : `_${plain2}`;
}
function comment(lines) {
  return lines.map((line) => `# ${line.replaceAll(/\s+/g, " ")}`).join("\n");
}

// packages/providers/src/catalogue.ts
var PROVIDERS = [aws];

// packages/cli/src/grant-options.ts
var ANY_REGION = { AWS_REGION: "us-east-1" };
function grantOptionProblems(policy, text2, file, env, now) {
  const source = readSource(text2, file);
  return [...policy.grants.values()].flatMap((grant) => {
    const error = rehearse(grant, { ...ANY_REGION, ...env }, now);
    if (error === void 0) return [];
    const path = ["grants", grant.id, "with", ...optionBlamed(error, grant)];
    const { help } = error;
    const problem = source.problemAtKey(path, {
      code: "ERR_POLICY_OPTION",
      message: `\`${path.join(".")}\`: ${error.message}`,
      help
    });
    return [{ ...problem, code: error.code }];
  });
}
function optionBlamed(error, grant) {
  const names = [...error.message.matchAll(/`([a-z-]+)`/g)].flatMap(([, name]) => name ?? []);
  return names.filter((name) => Object.hasOwn(grant.with, name)).slice(0, 1);
}
function rehearse(grant, env, now) {
  const provider = PROVIDERS.find(({ id }) => id === grant.provider);
  const order = {
    leaseId: "0".repeat(14),
    run: { platform: "gh", run: "0".repeat(11), attempt: "1" },
    ttl: grantTtl(grant).max,
    from: Math.floor(now / 1e3)
  };
  try {
    provider.plan(provider.parse(grant.with, env), order);
    return void 0;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

// packages/cli/src/policy-file.ts
async function readPolicyFile(path) {
  return readPolicy(await textOfFile(path, "policy file", "ERR_POLICY_FILE"), path, PROVIDERS);
}
async function checkPolicyFile(path, env, now) {
  const text2 = await textOfFile(path, "policy file", "ERR_POLICY_FILE");
  const policy = readPolicy(text2, path, PROVIDERS);
  const [first, ...more] = grantOptionProblems(policy, text2, path, env, now);
  if (first === void 0) return policy;
  throw new ConfigError(first.message, {
    code: first.code,
    ...first.help === void 0 ? {} : { help: first.help },
    problems: [first, ...more]
  });
}
function grantOf(policy, id, path) {
  const grant = policy.grants.get(id);
  if (grant) return grant;
  const known2 = [...policy.grants.keys()];
  const near = suggest(id, known2);
  throw new ConfigError(`the policy file \`${path}\` has no grant \`${id}\``, {
    code: "ERR_GRANT_UNKNOWN",
    help: near ? `did you mean \`${near}\`?` : `it has ${known2.map((name) => `\`${name}\``).join(", ") || "none"}`
  });
}
async function textOfFile(path, what, code) {
  const read = await _readFile(path, "utf8").then(
    (text2) => ({ text: text2 }),
    (error) => ({ reason: error.code ?? "unknown failure" })
  );
  if ("text" in read) return read.text;
  throw new ConfigError(
    `the ${what} \`${path}\` ${read.reason === "ENOENT" ? "does not exist" : `cannot be read: ${read.reason}`}`,
    { code, help: "check the path; it counts from the current folder" }
  );
}

export {
  _readFile,
  renderCondition,
  readTrustPolicy,
  aws,
  awsTrust,
  trustCloudFormation,
  trustJson,
  trustTerraform,
  PROVIDERS,
  readPolicyFile,
  checkPolicyFile,
  grantOf,
  textOfFile
};
