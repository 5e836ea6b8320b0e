// The name of the state store's folder, apart from its implementation so that nobody loads Level for a name.

/** The folder of the state store inside a data directory. It can be removed while the node is down: snapshot and log make it again. */
export const STATE_DIRECTORY = 'state';
