/** Refuses to go on under another Node than the one the sources are written for, which npm may put in the way without a word. */

const [major] = process.versions.node.split('.').map(Number);

if (major === undefined || major < 24) {
  process.stderr.write(
    `Node ${process.versions.node} at ${process.execPath} is too old: 24 or newer is needed, run \`npm ci\` without \`--omit=optional\`\n`,
  );
  process.exitCode = 1;
}
