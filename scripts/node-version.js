// The first import of every script: an old Node says what it lacks instead of failing somewhere in the middle.
const needed = 24;
const found = Number.parseInt(process.versions.node, 10);

if (found < needed) {
  console.error(
    `Parvis needs Node ${needed} or newer; this is Node ${process.versions.node}. ` +
      `On Linux and Windows \`npm ci\` brings it and npm scripts find it; elsewhere install it from https://nodejs.org.`,
  );
  process.exit(1);
}
