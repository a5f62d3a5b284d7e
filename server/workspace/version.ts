/** The product's version, put in by the build; sources that run unbundled (tests) have none. */
declare const HEALTH_LINT_VERSION: string | undefined;

export const VERSION: string = typeof HEALTH_LINT_VERSION === 'string' ? HEALTH_LINT_VERSION : '0.0.0';
