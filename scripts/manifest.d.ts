declare const manifestScripts: {
  readonly localOrigin: string;
  readonly originOf: (url: string | undefined) => string;
  readonly manifestFor: (manifest: string, origin: string) => string;
};
export = manifestScripts;
