// How bundles read what is not code: data files and rule pages are text.
export const TEXT_LOADERS = { '.txt': 'text', '.tsv': 'text', '.md': 'text' };
