declare const manifestScripts: {
  readonly localOrigin: string;
  originOf(url: string | undefined): string;
  manifestFor(manifest: string, origin: string): string;
};
export = manifestScripts;
