// The manifest for another address than localhost.

const localOrigin = "https://localhost:3000";

/** The origin that a URL names, or else localhost. A path is refused: the manifest's addresses start at the root. */
function originOf(url) {
  if (!url) return localOrigin;
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" || parsed.pathname !== "/" || parsed.search || parsed.hash) {
    throw new Error(
      `HEDGESHEET_URL must be the https address of a site root, such as https://hedgesheet.example, but is ${url}`,
    );
  }
  return parsed.origin;
}

/** The manifest with every localhost address moved to `origin`. */
function manifestFor(manifest, origin) {
  const moved = manifest.replaceAll(localOrigin, origin);
  if (moved.includes("localhost") && !origin.includes("localhost")) {
    throw new Error("manifest.xml names a localhost address other than " + localOrigin);
  }
  return moved;
}

module.exports = { localOrigin, originOf, manifestFor };
