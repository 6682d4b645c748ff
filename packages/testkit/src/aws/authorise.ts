/** Whether a session may do something, by an IAM evaluator that we did not write, and AWS's own wording of a no. */

import { AwsFailure } from './failure.ts';
import { type PolicyDocument, statements } from './policy-document.ts';
import type { Session, World } from './world.ts';

/** What is asked: one action on one resource, with what the request says about itself. */
export interface Question {
  /** `s3:GetObject`. */
  readonly action: string;
  /** ARN, or `*` for actions that have none. */
  readonly resource: string;
  /** How the service's own messages name the resource; left out where they name none. */
  readonly shown?: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  /** Condition keys of the action, such as `s3:prefix`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** How the evaluator's analyses are named in AWS's messages, in the order in which one of several is chosen. */
const KINDS = [
  ['identityAnalysis', 'an', 'identity-based policy'],
  ['permissionBoundaryAnalysis', 'a', 'permissions boundary'],
  ['sessionAnalysis', 'a', 'session policy'],
] as const;

/** Answers a question about a session, by throwing when the answer is no. */
export type Authorise = (session: Session, question: Question) => Promise<void>;

/** Loads the evaluator, which takes a while, and makes the function that asks it. */
export async function newAuthorise(world: World): Promise<Authorise> {
  const { runSimulation } = await import('@cloud-copilot/iam-simulate');

  return async (session, question) => {
    const role = world.roles.get(session.roleName);
    // A role that was deleted and made anew has another id: the old sessions have nothing to do with it.
    const current = role?.roleId === session.roleId ? role : undefined;
    const managed = (arn: string): { name: string; policy: PolicyDocument } => ({
      name: arn,
      policy: managedDocument(world, arn),
    });
    const result = await runSimulation(
      {
        request: {
          principal: session.arn,
          action: question.action,
          resource: { resource: question.resource, accountId: world.account },
          contextVariables: contextOf(session, question, world),
        },
        identityPolicies: current
          ? [
              ...Object.entries(current.policies.effective()).map(([name, text]) => ({ name, policy: JSON.parse(text) })),
              ...current.managed.map(managed),
            ]
          : [],
        ...(current?.boundary !== undefined && { permissionBoundaryPolicies: [managed(current.boundary)] }),
        sessionPolicy: sessionPolicy(session, world),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      { simulationMode: 'Strict' },
    );
    if (result.resultType === 'error') throw new Error(`the evaluator refused the question: ${result.errors.message}`);
    if (result.overallResult === 'Allowed') return;

    const analysis = result.resultType === 'single' ? result.result.analysis : result.results[0]?.analysis;
    const subject = `User: ${session.arn} is not authorized to perform: ${question.action}`;
    const object = question.shown === undefined ? '' : ` on resource: ${question.shown}`;
    for (const [key, article, kind] of KINDS) {
      if (analysis?.[key]?.result === 'ExplicitlyDenied') {
        throw denied(`${subject}${object} with an explicit deny in ${article} ${kind}`);
      }
    }
    for (const [key, , kind] of KINDS) {
      if (analysis?.[key]?.result === 'ImplicitlyDenied') {
        throw denied(`${subject}${object} because no ${kind} allows the ${question.action} action`);
      }
    }
    throw denied(`${subject}${object} because no identity-based policy allows the ${question.action} action`);
  };
}

function contextOf(session: Session, question: Question, world: World): Record<string, string> {
  const now = world.clock.now();
  return {
    'aws:userid': `${session.roleId}:${session.sessionName}`,
    'aws:PrincipalArn': session.roleArn,
    'aws:PrincipalAccount': world.account,
    'aws:PrincipalType': 'AssumedRole',
    'aws:FederatedProvider': session.provider,
    'aws:TokenIssueTime': isoSeconds(session.issuedAt),
    'aws:CurrentTime': isoSeconds(now),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:SourceIp': question.sourceIp,
    'aws:UserAgent': question.userAgent,
    'aws:SecureTransport': 'false',
    ...question.context,
  };
}

// All session policies of one session form one set: what any of them allows is allowed, as long as none denies it.
function sessionPolicy(session: Session, world: World): PolicyDocument | undefined {
  const documents = [
    ...(session.policy ? [session.policy] : []),
    ...session.policyArns.map((arn) => managedDocument(world, arn)),
  ];
  if (documents.length === 0) return undefined;
  return { Version: '2012-10-17', Statement: documents.flatMap(statements) };
}

// A policy that is gone allows nothing.
function managedDocument(world: World, arn: string): PolicyDocument {
  const text = world.managedPolicies.get(arn)?.standard.effective().text;
  return text === undefined ? { Version: '2012-10-17', Statement: [] } : JSON.parse(text);
}

/** AWS's condition keys for times count whole seconds. */
export function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function denied(message: string): AwsFailure {
  return new AwsFailure(403, 'AccessDenied', message);
}
