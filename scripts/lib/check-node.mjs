const NEEDED = [20, 19];

const found = process.versions.node.split(".").map(Number);
if (found[0] < NEEDED[0] || (found[0] === NEEDED[0] && found[1] < NEEDED[1])) {
  console.error(
    `Nameplate needs Node ${NEEDED.join(".")} or newer, and this is ${process.versions.node}. ` +
      "Install a current one from https://nodejs.org, then try again.",
  );
  process.exit(1);
}
