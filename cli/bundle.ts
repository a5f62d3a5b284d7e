/** Where the bundles stand: workers, the dictionary and the rules' pages are found from there. */

/** The folder of the program's main bundle, also when this code was put into a chunk below it. */
export const bundleFolder = new URL(import.meta.url.includes('/chunks/') ? '../' : './', import.meta.url);
