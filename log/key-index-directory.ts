// The name of the key index's folder, apart from its implementation so that nobody loads Level for a name.

/** The folder of the key index inside a data directory; its lock guards the whole. */
export const KEY_INDEX_DIRECTORY = 'key-index';
